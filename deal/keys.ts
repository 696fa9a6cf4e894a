import { keysOf } from './keys-of.ts';
import { type MailRequest, type MailTemplate, mailTemplates } from './mails/mails.ts';
import type { Actor } from './people.ts';
import { type DeadlineKind, deadlineKinds } from './reminders/deadline.ts';

// Every key of a deal is made here and read here, and nowhere else. A key is a word and what it is of, with colons between.

export type KeyPart = string | number;

function keyOf<W extends string>(word: W, of: readonly KeyPart[]): W | `${W}:${string}` {
  return of.length === 0 ? word : `${word}:${of.join(':')}`;
}

const firstOf = (key: string) => key.split(':', 1).join();

const isOneOf = <T extends string>(words: readonly T[], word: string | undefined): word is T =>
  words.some(each => each === word);

// ---- deadlines: `<kind>:<of>…`, such as offerExpiring:<offer>:<last day>:<days>

export const deadlineKey = (kind: DeadlineKind, of: readonly KeyPart[] = []): string => keyOf(kind, of);

/** True for the key of a deadline of this kind, and of this thing where that is named. */
export function isDeadlineOf(key: string, kind: DeadlineKind, of: readonly KeyPart[] = []): boolean {
  const wanted = deadlineKey(kind, of);
  return key === wanted || key.startsWith(`${wanted}:`);
}

/** The number that a key ends with, after its kind and what it is of. */
export const numberIn = (key: string, kind: DeadlineKind, of: readonly KeyPart[]) =>
  Number(key.slice(deadlineKey(kind, of).length + 1));

/** The kind that the key of a deadline begins with; undefined for a text that is no such key. */
export function kindIn(key: string): DeadlineKind | undefined {
  const word = firstOf(key);
  return isOneOf(keysOf(deadlineKinds), word) ? word : undefined;
}

// ---- steps: `<name>:<of>…`

export const stepNames = [
  'startChangeSet',
  'followChangeSet',
  'openSecondDeal',
  'readAgreement',
  'readEntitlements',
  'linkOrganization',
  'unlinkOrganization',
  'tellProduct',
  'sendMails',
] as const;
export type StepName = (typeof stepNames)[number];
export type StepKey = StepName | `${StepName}:${string}`;

export const stepKey = <N extends StepName>(name: N, ...of: KeyPart[]) => keyOf(name, of);

/** The name that the key of a step begins with; undefined for what is no such key. */
export function stepNameIn(key: string): StepName | undefined {
  const word = firstOf(key);
  return isOneOf(stepNames, word) ? word : undefined;
}

/** What a step is about, whatever its attempt: a change set that failed is sent again under another name. */
export const effortOf = (key: string) =>
  key.replace(/^(?:startChangeSet|followChangeSet):(.+)-\d+$/, 'changeSet:$1');

/** The steps of a change set, of which one at most is due. */
export const stepsOfChangeSet = ({ name }: { name: string }): readonly StepKey[] => [
  stepKey('startChangeSet', name),
  stepKey('followChangeSet', name),
];

/** Unique for each attempt, because AWS remembers a failed change set by its name. */
export function changeSetName(of: {
  dealId: string;
  termsVersion: number;
  purpose: string;
  attempt: number;
}): string {
  return `deal-${of.dealId}-v${of.termsVersion}-${of.purpose}-${of.attempt}`;
}

// ---- mails: `<entry>:<template>:<number>`, and once more the entry that changed the address

export const mailKey = (of: { seq: number; template: MailTemplate; number: number }) =>
  `${of.seq}:${of.template}:${of.number}`;

/** The key of a mail whose address an entry has changed: the outbox knows the old one as a mail to the old address. */
export const readdressedKey = (key: string, seq: number) => `${key}:${seq}`;

/** The number of the timeline entry that asked for a mail. */
export const seqOf = ({ key }: Pick<MailRequest, 'key'>) => Number(firstOf(key));

/** The key of the step that sends a mail. The mails of one entry go out together. */
export const stepOf = ({ key }: Pick<MailRequest, 'key'>): StepKey => stepKey('sendMails', firstOf(key));

/** The template of a mail by its key; undefined for a text that is no such key. */
export function templateIn(key: string): MailTemplate | undefined {
  const [, template] = key.split(':');
  return isOneOf(mailTemplates, template) ? template : undefined;
}

/** A mail in the outbox: one for each reader. */
export function outboxKey({ dealId, key, email }: { dealId: string; key: string; email?: string }): string {
  return email === undefined ? `${dealId}:${key}` : `${dealId}:${key}:${email}`;
}

// ---- commands: the same id again is the same command

export const commandIds = {
  /** Staff and their programs choose ids as they like, so each has a space of his own, where no id of a system can be. */
  chosen: ({ kind, id }: Pick<Actor, 'kind' | 'id'>, key: string) =>
    kind === 'staff' ? `staff:${id}:${key}` : key,

  /** `license`: what stands for the license that came with the arrival. */
  arrival: (registrationId: string, license?: string) => `arrival:${registrationId}:${license ?? '-'}`,
  choice: (setupSessionId: string, nonce: string) => `setup:${setupSessionId}:${nonce}`,
  /** `mailedAt`: of its last mail. Once another one is noted, the deal may take the opening for a scanner's. */
  seen: (offerId: string, mailedAt: string) => `seen-${offerId}-${mailedAt}`,
  /** Just after a mail: it does not stand for the opening by a person. */
  scanned: (offerId: string) => `scanned-${offerId}`,
  opened: ({ email, number }: { email: string; number: number }) => `opened:${number}:${email}`,
  /** The same from however many tabs, until it was asked for. */
  askedForLink: ({ email, number, asked = [] }: { email: string; number: number; asked?: string[] }) =>
    `link:${number}:${asked.at(-1) ?? '-'}:${email}`,
  /** `hash`: of its Message-ID. */
  mail: (hash: string) => `mail:${hash}`,
  yes: ({ version, sentAt }: { version: number; sentAt: string }) => `yes:${version}:${sentAt}`,
  bounce: (outboxKey: string, attempts: number) => `bounce:${outboxKey}:${attempts}`,
  complaint: (outboxKey: string) => `complaint:${outboxKey}`,
  foundAgreement: (of: { agreementId: string; status: string; changedAt: Date }) =>
    `search:${of.agreementId}:${of.status}:${of.changedAt.getTime()}`,
  foundOffer: (of: { offerId: string; expiresOn: string; changedAt: string }) =>
    `offers:${of.offerId}:${of.expiresOn}:${of.changedAt}`,
  foundLicense: (agreementId: string, licenseArn: string) => `entitlements:${agreementId}:${licenseArn}`,
  /** What AWS has answered of a purchase that somebody opens a deal for. */
  asked: (agreementId: string) => `asked:${agreementId}`,
  /** What opens the deal of a purchase, when no inquiry did. */
  purchase: (agreementId: string) => `purchase:${agreementId}`,
  snsNotice: (messageId: string) => `sns:${messageId}`,
  /** The deal that takes another one up again is opened once, whoever presses. */
  takenUp: (dealId: string) => `again:${dealId}`,
  /** What a form asks for beside its own command. */
  beside: (commandId: string) => `${commandId}-also`,
};
