import { describe, expect, it } from '@jest/globals';
import { type SendError, verdictOf } from '../../../activities/mail/mail-refusal.ts';
import { outcomeOf } from '../../../shared/mail/mail-report.ts';
import { judge, type Verdict } from '../../../shared/mail/refusal.ts';

const reader: Verdict = { fault: 'reader', again: false };
const ourLimit: Verdict = { fault: 'ours', again: true };
const ours: Verdict = { fault: 'ours', again: false };
const busy: Verdict = { fault: 'nobody', again: true };
const full: Verdict = { fault: 'nobody', again: false };

/** What mail servers are known to say to the name of a reader. */
const said: [words: string, Verdict][] = [
  ['550 5.1.1 The email account that you tried to reach does not exist', reader],
  ['550 5.1.1 <maria@example.com>: Recipient address rejected: User unknown', reader],
  ['550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 again', reader],
  ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', reader],
  ['556 5.1.10 Recipient address has null MX', reader],
  ['550 5.1.2 Host unknown', reader],
  ['550 5.1.6 Mailbox has moved', reader],
  ['550 5.4.1 Recipient address rejected: Access denied', reader],
  ['550 5.4.310 DNS domain buyer.example does not exist', reader],
  ['550 5.2.1 The email account that you tried to reach is disabled', reader],
  ['550 5.0.0 No such user', reader],
  ['550 5.1.0 Address rejected', reader],
  ['550 No such user here', reader],
  ['550 Requested action not taken: mailbox unavailable', reader],
  ['551 User not local; please try <forward@example.com>', reader],
  ['553 Mailbox name not allowed', reader],
  ['550 User unknown in relay recipient table', reader],
  ['550 Unrouteable address', reader],
  ['550 5.5.0 Requested action not taken: mailbox unavailable', reader],
  ['553 5.3.0 <maria@example.com>... User unknown', reader],
  ['554 delivery error: dd This user doesn’t have a yahoo.com account', reader],

  [
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    ourLimit,
  ],
  ['550 5.4.5 Daily user sending limit exceeded.', ourLimit],
  ['550 5.7.232 Your message can’t be sent because your trial tenant has exceeded its daily limit', ourLimit],
  ['550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP', ourLimit],
  ['550 5.7.28 Gmail has detected an unusual rate of unsolicited mail from your IP address', ourLimit],
  ['550 5.7.1 Message rate limit exceeded for this sender', ourLimit],
  ['550 Too many messages from your address today', ourLimit],

  [
    '550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
    busy,
  ],
  ['552 5.2.2 The recipient’s inbox is out of storage space', full],
  ['552 5.2.2 The email account that you tried to reach is over quota', full],
  ['552 Mailbox full', full],
  ['552 Requested mail action aborted: exceeded storage allocation', full],
  ['550 5.2.122 The recipient has exceeded their limit for the number of messages per hour', busy],
  ['554 5.4.14 Hop count exceeded - possible mail loop', busy],

  ['550 5.7.1 Message rejected due to content restrictions', ours],
  ['550 5.7.1 Service unavailable, client host is blocked using a block list', ours],
  ['554 5.7.1 <maria@example.com>: Relay access denied', ours],
  ['550 5.7.26 This mail has been blocked because the sender is unauthenticated', ours],
  ['553 5.1.8 <offers@example.com>: Sender address rejected: Domain not found', ours],
  ['550 5.1.20 Multiple From addresses', ours],
  ['552 5.3.4 Message size exceeds fixed limit', ours],
  ['552 5.2.3 Message exceeds the length limit of the mailbox', ours],
  ['554 5.6.0 Message content rejected', ours],
  ['550 relaying denied', ours],
  ['554 5.0.0 your address is unknown, it is on our blacklist', ours],
  ['550 mail from this user refused: invalid address on Spamhaus RBL', ours],
  ['550 user listed in dnsbl.example.org', ours],
  ['550 Blocked by our policy', ours],
  ['554 Transaction failed', ours],
  ['550 5.5.0 Bad sequence of commands', ours],
  ['550 Greylisted, please try again', ours],
  ['550 SPF check failed', ours],
  ['550 DMARC policy: unknown domain', ours],
  ['554 Your IP is unknown (no PTR record)', ours],
  ['550 Reverse DNS not found for 192.0.2.1', ours],
  ['550 sender address rejected: unknown sender', ours],
  ['550 5.1.0 sender domain not found', ours],
  ['550 domain of sender does not exist', ours],
  ['550-Verification failed for <offers@example.com>\n550-No Such User Here\n550 Sender verify failed', ours],
  ['554 invalid address in From header', ours],
  ['550 5.0.0 Message-ID not valid', ours],
  ['550 No such relay allowed', ours],
  ['550 Recipient rejected due to policy: not known', ours],
  ['550 Administrative prohibition', ours],
];

const refusal = (response: string, command = 'RCPT TO') =>
  Object.assign(new Error(response), {
    code: 'EENVELOPE',
    response,
    responseCode: Number(response.slice(0, 3)),
    command,
  }) satisfies SendError;

describe('a refusal', () => {
  it.each(said)('%s', (words, verdict) => {
    expect(verdictOf(refusal(words))).toEqual(verdict);
  });

  it.each(said)('in a report makes an address bad only where there is no mailbox: %s', (words, { fault }) => {
    const status = /5\.\d+\.\d+/.exec(words)?.[0];
    if (!status) return;
    const outcome = outcomeOf({ action: 'failed', status, words });
    expect(outcome).toBe(fault === 'reader' ? 'badAddress' : 'notDelivered');
  });

  it('after the words of the mail is about the mailbox only when it says so', () => {
    expect(judge({ words: '550 5.1.1 no such user' }).fault).toBe('reader');
    expect(judge({ words: '550 message refused' }).fault).toBe('ours');
  });

  it('that is none of a mail or its reader is tried again', () => {
    expect(verdictOf(new Error('connection closed')).again).toBe(true);
    expect(verdictOf({ ...refusal('450 4.2.1 The user is receiving mail too quickly') }).again).toBe(true);
    expect(verdictOf(refusal('550 5.7.1 not allowed to send as this', 'MAIL FROM')).again).toBe(true);
    expect(verdictOf(Object.assign(new Error('535'), { code: 'EAUTH', responseCode: 535 })).again).toBe(true);
  });
});
