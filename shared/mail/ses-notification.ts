import { type Static, type TSchema, Type } from 'typebox';
import Value from 'typebox/value';
import {
  type BounceOutcome,
  isComplaint,
  type MailReport,
  messageIdFrom,
  outcomeOf,
  wordsOf,
} from './mail-report.ts';

const text = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const recipient = Type.Object({
  emailAddress: Type.String(),
  action: text,
  status: text,
  diagnosticCode: text,
});

/** What we read of a notification (SES developer guide, "Amazon SNS notification contents"); SES may add to it. */
const notification = Type.Object({
  // `eventType` where a configuration set publishes events instead.
  notificationType: text,
  eventType: text,
  bounce: Type.Optional(
    Type.Object({
      bounceType: Type.String(),
      bounceSubType: text,
      bouncedRecipients: Type.Array(recipient),
    }),
  ),
  complaint: Type.Optional(
    Type.Object({
      complaintFeedbackType: text,
      complaintSubType: text,
      complainedRecipients: Type.Array(Type.Object({ emailAddress: Type.String() })),
    }),
  ),
  mail: Type.Object({
    commonHeaders: Type.Optional(Type.Object({ messageId: text })),
    headers: Type.Optional(Type.Array(Type.Object({ name: Type.String(), value: Type.String() }))),
  }),
});
type Notification = Static<typeof notification>;
type Bounce = NonNullable<Notification['bounce']>;
type Recipient = Static<typeof recipient>;

/** What Amazon SES tells of mails of ours; nothing for a text that is no notification of a bounce or a complaint. */
export function reportsOfSes(message: string): MailReport[] | undefined {
  const told = toldIn(notification, message);
  const type = told?.notificationType ?? told?.eventType;
  if (told?.bounce && type === 'Bounce') return bouncesIn(told, told.bounce);
  return told?.complaint && type === 'Complaint' ? complaintsIn(told, told.complaint) : undefined;
}

/** What a message of SNS tells in this form; nothing for any other text. */
export function toldIn<T extends TSchema>(form: T, message: string): Static<T> | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return Value.Check(form, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function bouncesIn(told: Notification, bounce: Bounce): MailReport[] {
  return bounce.bouncedRecipients.flatMap(each => {
    const outcome = outcomeOfBounce(bounce, each);
    const summary = `${bounce.bounceType} ${bounce.bounceSubType ?? ''}`.trim();
    const detail = wordsOf(each.diagnosticCode ?? '') || summary;
    return outcome === 'arrived' ? [] : [{ kind: 'bounce', ...about(told, each), outcome, detail }];
  });
}

/** What the other server said is exact; without it the types are SES's own summary. */
function outcomeOfBounce({ bounceType, bounceSubType }: Bounce, each: Recipient): BounceOutcome | 'arrived' {
  const said = outcomeOf({
    action: each.action ?? '',
    status: each.status ?? '',
    words: each.diagnosticCode ?? '',
  });
  if (bounceType === 'Permanent') return said ?? 'badAddress';
  if (said) return said === 'badAddress' ? 'notDelivered' : said;
  // An answer of somebody who is away is told as Transient and General, too.
  return bounceType === 'Transient' && bounceSubType === 'General' ? 'delayed' : 'notDelivered';
}

function complaintsIn(told: Notification, complaint: NonNullable<Notification['complaint']>): MailReport[] {
  const { complainedRecipients, complaintFeedbackType, complaintSubType } = complaint;
  if (!isComplaint(complaintFeedbackType ?? '')) return [];
  return complainedRecipients.map(each =>
    // SES took the mail and did not send it, since the reader has complained before.
    complaintSubType === 'OnAccountSuppressionList'
      ? { kind: 'bounce', ...about(told, each), outcome: 'notDelivered', detail: complaintSubType }
      : { kind: 'complaint', ...about(told, each) },
  );
}

/** SES tells our own Message-ID only where its notifications include the original headers. */
function about({ mail }: Notification, { emailAddress }: { emailAddress: string }) {
  const header = mail.headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value;
  const messageId = messageIdFrom(mail.commonHeaders?.messageId ?? header);
  return { email: emailAddress, ...(messageId && { messageId }) };
}
