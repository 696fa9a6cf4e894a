/**
 * Whose fault a refusal for good is. `reader`: there is no such mailbox, and the next mail to it would be refused too.
 * `ours`: our limits, our standing or this mail. `nobody`: the mailbox is full or busy. `again`: it may well be taken later.
 */
export interface Verdict {
  fault: 'reader' | 'ours' | 'nobody';
  again: boolean;
}

/** What was said, by a server that was asked to take a mail or in a report about one. */
export interface Refusal {
  /** Its status (RFC 3463), where that stands apart from its words. */
  status?: string;
  words?: string;
  /** It answered to the name of the reader alone, before it had heard anything of the mail. */
  atReader?: boolean;
}

const noMailbox: Verdict = { fault: 'reader', again: false };
const ourLimit: Verdict = { fault: 'ours', again: true };
const ours: Verdict = { fault: 'ours', again: false };
const busy: Verdict = { fault: 'nobody', again: true };
const full: Verdict = { fault: 'nobody', again: false };

const limits = /\b(limit|rate|quota|thrott|too (many|much|fast)|exceeded|threshold)/i;
const anyWords = /^/;
const who = '(user|mailbox|recipient|account|address)';
/** The reader is named and said not to be there. */
const readerUnknown = new RegExp(
  `(no such|unknown|invalid|unroute?able|no) ${who}\\b|${who}\\b.{0,60}\\b(unknown|unavailable|not found|n[o’']t exist)` +
    `|n[’']t have an? .{1,60} account`,
  'i',
);
const nobodyThere =
  /no such|unknown|not (a )?(known|valid|found|local|exist)|n['’]t exist|notfound|invalid (recipient|mailbox|address)|(recipient|address)( address)? rejected|disabled|inactive|moved|name not allowed/i;
/** What is said of us: Exim's "Sender verify failed" names a user as well, and it is ours. */
const ofSender =
  /\b(sender|from)( address| header| domain| verif)|verification failed for|verify (the )?sender|mail from unknown/i;
const policy =
  /spam|block|black|gr[ae]y ?list|\bdeny|denied|policy|polic|prohibit|relay|reputation|authenticat|unsolicited|content|sender|message-id|virus|helo|dns|\bptr\b|\bspf\b|dkim|dmarc/i;

/** Lists of senders. That an address or a user is on one is said of us. */
const lists = /\b(black|block|deny)[ -]?list|spamhaus|spamcop|barracuda|\b(rbl|dnsbl)\b/i;

/** The first row whose status and words both fit counts. Some servers use a status otherwise than RFC 3463 has it. */
const rows: [status: RegExp, words: RegExp, Verdict][] = [
  // What Exchange Online and Gmail say of how much we send.
  [/^5\.(1\.90|4\.5|7\.(28|23[23]|70[58]))$/, anyWords, ourLimit],
  [/^5\.2\.2$/, anyWords, full],
  [/^5\.(2\.3|3\.4)$/, anyWords, ours],
  // How much a mailbox of Exchange takes within an hour; a mail that is passed on in a circle.
  [/^5\.(2\.12[12]|4\.(6|14))$/, anyWords, busy],
  // A mailbox that is closed; Gmail's of one that gets too many mails at once.
  [/^5\.2\.1$/, /\brate\b|too (many|quickly)|additional messages/i, busy],
  [/^5\.2\.1$/, anyWords, noMailbox],
  [/^5\.1\.([1236]|10)$|^5\.4\.(4|310)$/, anyWords, noMailbox],
  // Exchange's for a reader whom the organization does not have.
  [/^5\.4\.1$/, /recipient address rejected/i, noMailbox],
  // Outlook.com's and sendmail's words for nobody, under a status that says something else.
  [/^5\.[35]\.0$/, /mailbox unavailable|(user|recipient) unknown|no such user/i, noMailbox],
  [/^5\.1\.([789]|20)$|^5\.[356]\./, anyWords, ours],
  [/^5\.7\./, limits, ourLimit],
  [/^5\.7\./, anyWords, ours],
  [anyWords, /(box|user|account)\b.{0,20}\bfull\b|over ?quota|storage/i, full],
  [anyWords, limits, ourLimit],
  [anyWords, ofSender, ours],
  [anyWords, lists, ours],
  [/^(?!5\.[^01]\.)/, readerUnknown, noMailbox],
  [anyWords, policy, ours],
  [/^(?!5\.[^01]\.)/, nobodyThere, noMailbox],
];

/** The one judge of what mail servers say, at once or in a report. */
export function judge({ status = '', words = '', atReader = false }: Refusal): Verdict {
  const said = /^[^\s]*/.exec(status || statusIn(words))?.[0] ?? '';
  const row = rows.find(([ofStatus, ofWords]) => ofStatus.test(said) && ofWords.test(words));
  if (row) return row[2];
  // RFC 5321: no such mailbox, not of this server, not a name of a mailbox.
  return !said && atReader && /^55[013]\b/.test(words) ? noMailbox : ours;
}

/** The status in an answer such as `550-5.1.1 No such user`; nothing when it has none. */
export const statusIn = (words: string): string => /\b5\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? '';
