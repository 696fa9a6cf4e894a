import { h } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { messagesIn } from '../shared/i18n/messages.ts';
import { shorten, withoutHidden } from '../shared/plain-text.ts';
import { given } from './blocks.ts';
import { Body } from './layout/body.tsx';
import { type Frame, type Framing, frameFor } from './layout/frame.ts';
import { Layout } from './layout/layout.tsx';
import { textOf } from './layout/text.ts';
import { wrap } from './layout/wrap.ts';
import type { Mail, MailContent } from './mail.ts';

/** What RFC 5322 asks for, and what an inbox shows at most. */
const longestSubject = 78;

/** What a template says, and what stands around it. */
export interface Draft {
  content: MailContent;
  framing: Framing;
}

export const subjectOf = ({ content }: Pick<Draft, 'content'>) => shorten(content.subject, longestSubject);

/**
 * The words of a template within greeting, closing and footer: as HTML, and as plain text. Whatever a buyer has hidden
 * in his words ends here, in every part of every mail.
 */
export function compose({ content, framing }: Draft): Mail {
  const subject = subjectOf({ content });
  const blocks = given(content.body);
  const frame = frameFor({ ...content, subject }, framing);
  const children = h(Body, { blocks });
  return {
    subject,
    html: withoutHidden(`<!doctype html>${toHtml(h(Layout, { frame, children }))}`),
    text: plainText(frame, textOf(blocks, messagesIn(framing.reader.language).ui)),
  };
}

function plainText({ greeting, opening, closing, footer, stop }: Frame, body: string[]): string {
  const signature = ['-- ', ...footer, ...(stop ? [stop.words, stop.url] : [])];
  const blocks = [greeting.join('\n'), opening, ...body, closing.join('\n')];
  const words = blocks.filter(Boolean).join('\n\n');
  return `${wrap(withoutHidden(words))}\n\n${wrap(withoutHidden(signature.join('\n')))}\n`;
}
