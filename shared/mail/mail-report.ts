import { judge } from './refusal.ts';

/**
 * What became of a mail after the server took it. `delayed`: it is still being tried. `notDelivered`: it has not
 * arrived and will not, while another one might. `badAddress`: nothing arrives at this address.
 */
export type BounceOutcome = 'delayed' | 'notDelivered' | 'badAddress';

/** Something was said about a mail of ours: it came back, or its reader called it spam. */
export type MailReport = About &
  ({ kind: 'bounce'; outcome: BounceOutcome; detail: string } | { kind: 'complaint' });

/** Which mail: by its Message-ID or, where that is missing, by the address it was sent to. */
interface About {
  messageId?: string;
  email?: string;
}
export type Bounce = Extract<MailReport, { kind: 'bounce' }>;

/**
 * What the action and status of a delivery report say (RFC 3464, 2.3.3 and 2.3.4). The action counts first: a server
 * that gives up after days reports `failed` with a status of 4.x.x. Nothing when neither says anything.
 */
export function outcomeOf({
  action,
  status,
  words = '',
}: {
  action: string;
  status: string;
  words?: string;
}): BounceOutcome | 'arrived' | undefined {
  const isPermanent = status.startsWith('5');
  const isReaders = isPermanent && judge({ status, words }).fault === 'reader';
  const failed = isReaders ? 'badAddress' : 'notDelivered';
  switch (/\w+/.exec(action)?.[0].toLowerCase()) {
    case 'failed':
    // SendGrid's word for giving up.
    case 'expired':
      return failed;
    case 'delayed':
      return 'delayed';
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'arrived';
    default:
      if (isPermanent) return failed;
      if (status.startsWith('4')) return 'delayed';
      return status.startsWith('2') ? 'arrived' : undefined;
  }
}

/** The kinds of feedback (RFC 5965, 3.1) that are no complaint of a reader. */
const noComplaints = ['not-spam', 'auth-failure', 'virus', 'dmarc'];

/** True when feedback of this kind means that the reader does not want such mails. */
export const isComplaint = (feedbackType: string) => !noComplaints.includes(feedbackType.toLowerCase());

/** A Message-ID as it stands in the mail's header; services give it without its brackets. */
export function messageIdFrom(text: string | undefined): string | undefined {
  const id = /[^\s<>]+@[^\s<>]+/.exec(text ?? '')?.[0];
  return id && `<${id}>`;
}

const longestWords = 500;

/** The words of the server that refused, such as `550 5.1.1 No such user`, from a Diagnostic-Code (RFC 3464, 2.3.6). */
export function wordsOf(diagnosticCode: string): string {
  return diagnosticCode.replace(/^\s*[\w-]+\s*;\s*/, '').slice(0, longestWords);
}
