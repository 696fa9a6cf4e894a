import { judge, type Verdict } from '../../shared/mail/refusal.ts';

/** What the transport says of a mail it could not send. */
export interface SendError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

const later: Verdict = { fault: 'nobody', again: true };

/**
 * Whose fault it is that a mail was not sent, and whether to try again. What is not about this reader or this mail, such
 * as a refused sign-in or sender, is our own set-up and gets well without the mail being given up.
 */
export function verdictOf(error: SendError): Verdict {
  const { code, responseCode = 500, response, command } = error;
  const isAboutMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  // RFC 5321: 5yz for good.
  if (!isAboutMail || responseCode < 500) return later;
  return response === undefined
    ? { fault: 'ours', again: false }
    : judge({ words: response, atReader: command === 'RCPT TO' });
}
