import type { Automatic } from './inbound-mail.ts';

/** The value of a header by its name in lower case. */
export type HeaderOf = (name: string) => string | undefined;

/**
 * What no person has written to us: absences and other answers of programs (RFC 3834, and what Exchange and older ones write
 * instead), mailing lists (RFC 2369), reports, and what the mail server takes for spam. Nothing of ours may answer it.
 */
export function automaticIn(header: HeaderOf): Automatic | undefined {
  if (/multipart\/report/i.test(header('content-type') ?? '')) return 'report';
  // The sender of reports has no address.
  if (/^\s*<>\s*$/.test(header('return-path') ?? '')) return 'report';
  if (/^\s*yes/i.test(header('x-spam-flag') ?? '') || /^\s*yes/i.test(header('x-spam') ?? '')) return 'spam';
  if (isAutoReply(header)) return 'autoReply';
  const precedence = header('precedence') ?? '';
  return header('list-id') || header('list-unsubscribe') || /^\s*(bulk|list|junk)/i.test(precedence)
    ? 'list'
    : undefined;
}

function isAutoReply(header: HeaderOf): boolean {
  const submitted = header('auto-submitted');
  return (
    (submitted !== undefined && !/^\s*no\b/i.test(submitted)) ||
    /auto_?reply/i.test(header('precedence') ?? '') ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(name => header(name) !== undefined)
  );
}
