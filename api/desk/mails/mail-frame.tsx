import type { FastifyReply } from 'fastify';
import type { Config } from '../../../shared/config.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';

/**
 * Shows a mail as its reader would see it, at the width of a computer or of a phone. What it says came from outside in
 * part, so nothing in it runs, and nothing in it reaches the desk.
 */
export function MailFrame({ messages, src, subject }: { messages: Messages; src: string; subject: string }) {
  const { mailLog } = messages;
  const { width, widths } = mailLog.templates;
  return (
    <div class="mail">
      <fieldset class="mail__widths">
        <legend class="visually-hidden">{width}</legend>
        <Width name="wide" label={widths.wide} checked />
        <Width name="phone" label={widths.phone} />
      </fieldset>
      <iframe
        class="mail__frame"
        src={src}
        title={mailLog.frame(subject)}
        sandbox=""
        referrerpolicy="no-referrer"
      />
    </div>
  );
}

function Width({ name, label, checked }: { name: string; label: string; checked?: boolean }) {
  const id = `width-${name}`;
  return (
    <>
      <input class="visually-hidden" type="radio" name="width" id={id} value={name} checked={checked} />
      <label class="mail__width" for={id}>
        {label}
      </label>
    </>
  );
}

/** A link that is followed must not replace the mail in its frame; a new window is what the sandbox forbids. */
const linksOff = '<base target="_blank">';

/** Where the pictures of a mail come from: the vendor's logo is the only one. */
export function imageOrigins({ vendor: { logoUrl } }: Pick<Config, 'vendor'>): string[] {
  return logoUrl ? [new URL(logoUrl).origin] : [];
}

/** Answers with what a mail says, for its frame alone. `images`: the origins from which its pictures may come. */
export function sendMailContent(
  reply: FastifyReply,
  { html, images }: { html: string; images: readonly string[] },
): FastifyReply {
  const policy = [
    'sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ['img-src data:', ...images].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ];
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    .send(`${html}${linksOff}`);
}
