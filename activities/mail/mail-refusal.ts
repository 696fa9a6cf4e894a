/** What the transport says of a mail it could not send. */
export interface SendError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/**
 * True when the mail server has refused this reader or this mail for good (RFC 5321: 5yz). A refused sender or sign-in
 * is our own set-up and gets well without the mail being given up.
 */
export function isPermanent({ code, responseCode, command }: SendError): boolean {
  const aboutMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  return aboutMail && (responseCode === undefined || responseCode >= 500);
}

/** RFC 3463: 5.1.z is about an address, 5.2.1 a closed mailbox; Exchange says 5.4.1. 5.1.7 and 5.1.8 are about the sender's. */
const mailboxStatus = /^5\d\d[ -]5\.(?:1\.(?!7\b|8\b)\d{1,3}|2\.1|4\.1)\b/;
const anyStatus = /^5\d\d[ -]5\.\d{1,3}\.\d{1,3}\b/;
/** RFC 5321: no such mailbox, not of this server, not a name of a mailbox. */
const mailboxCodes = [550, 551, 553];

/**
 * True when the refusal is about the reader's mailbox, so that the next mail would be refused too. What a server says
 * of the words, the size, its policy or a full mailbox is not.
 */
export function refusesMailbox({ response = '', responseCode = 0, command }: SendError): boolean {
  if (anyStatus.test(response)) return mailboxStatus.test(response);
  return command === 'RCPT TO' && mailboxCodes.includes(responseCode);
}
