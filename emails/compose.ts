import { h } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { type Frame, type Framing, frameFor } from './layout/frame.ts';
import { Layout } from './layout/layout.tsx';
import { wrap } from './layout/wrap.ts';
import type { Mail, MailContent } from './mail.ts';
import { shorten } from './reader.ts';

/** What RFC 5322 asks for, and what an inbox shows at most. */
const longestSubject = 78;

/** The words of a template within greeting, closing and footer: as HTML, and as plain text. */
export function compose(content: MailContent, framing: Framing): Mail {
  const subject = shorten(content.subject, longestSubject);
  const frame = frameFor({ ...content, subject }, framing);
  return {
    subject,
    html: `<!doctype html>${toHtml(h(Layout, { frame, children: content.html }))}`,
    text: plainText(frame, content.text),
  };
}

function plainText({ greeting, opening, closing, footer, stop }: Frame, words: MailContent['text']): string {
  const signature = ['-- ', ...footer, ...(stop ? [stop.words, stop.url] : [])];
  const blocks = [greeting.join('\n'), opening, ...words, closing.join('\n')];
  return `${wrap(blocks.filter(Boolean).join('\n\n'))}\n\n${wrap(signature.join('\n'))}\n`;
}
