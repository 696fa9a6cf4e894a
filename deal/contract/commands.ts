import type { AgreementStatus } from '../acceptance/agreement-status.ts';
import { type MailRequest, mailTemplates } from '../mails/mails.ts';
import { checks } from '../offer/checks.ts';
import { emailAddress, personSchema } from '../people.ts';
import type { ReminderPolicy } from '../policy.ts';
import { noticeKinds } from '../term/notices.ts';
import { longest, most } from './limits.ts';
import {
  date,
  described,
  describes,
  either,
  flag,
  list,
  meaning,
  moment,
  number,
  object,
  oneOf,
  only,
  type Schema,
  text,
  whole,
} from './schema.ts';
import { termsSchema } from './terms.ts';

const id = text(longest.id);
const outside = text(longest.outside);
const words = text(longest.message);
const version = { ...whole, minimum: 1, maximum: 1_000_000 } as const;

/** AWS may add to them; one that nobody knows grants nothing. */
export const agreementStatus = meaning<AgreementStatus>()(
  described('As AWS says it, such as `ACTIVE`, `CANCELLED` or `RENEWED`', outside),
);

/** What AWS says of an agreement, by event or by search. */
export const agreementNotice = object(
  {
    agreementId: outside,
    awsAccountId: { type: 'string', maxLength: longest.outside },
    status: agreementStatus,
    learntFrom: oneOf(['event', 'search']),
  },
  {
    offerId: outside,
    intent: oneOf(['NEW', 'REPLACE', 'RENEW', 'AMEND']),
    previousAgreementId: described('The agreement that this one renews', outside),
    acceptedAt: moment,
    startsAt: moment,
    endsAt: moment,
  },
);

const hours = number;
const days = number;
const several = list(number, most.reminders);

/** The form alone; how much of each is allowed is in deal/reminders/reminder-limits.ts. */
export const reminderSchemas = {
  answerWithinHours: hours,
  escalateAfterHours: hours,
  approveWithinHours: hours,
  remindIdleEveryDays: days,
  unreadAfterHours: hours,
  remindDaysBefore: several,
  remindHoursBefore: several,
  chaseAfterHours: several,
  callAfterHours: hours,
  agreementWithinHours: hours,
  activateWithinHours: hours,
  remindTermDaysBefore: several,
  remindStuckEveryHours: hours,
  quietHours: hours,
} as const satisfies Record<keyof ReminderPolicy, Schema>;

const { name, email, language } = personSchema.properties;

/** Somebody who can sign in to the product. */
export const userSchema = object({ userId: id, ...personSchema.properties });

/** A mail as the mail log names it. */
export const mailSchema = describes<MailRequest>()(
  object(
    {
      key: id,
      template: oneOf(mailTemplates),
      reader: either(
        object({ to: only('owner') }),
        object({ to: only('lead') }),
        object({ to: only('approvers') }),
        object({ to: only('person'), name, email, language }),
      ),
    },
    { change: oneOf(['amended', 'renewed', 'replaced']), about: oneOf(noticeKinds) },
  ),
);

/** What each command carries, declared here alone: the types, the API, the desk's forms and the deal itself go by it. */
export const withoutAttachments = described('Files that came along and are not kept', {
  ...whole,
  minimum: 1,
});

export const commandSchemas = {
  proposeTerms: object(
    { terms: termsSchema },
    {
      send: described('Send them to the buyer, who can agree to them; by default only staff see them', flag),
    },
  ),
  sendProposal: object({ version }),
  withdrawProposal: object({ reason: words }),
  agreeToProposal: object({ version, name }),
  writeToBuyer: object({ text: words }),
  writeToStaff: object(
    { text: words },
    {
      via: described('How it came, when not by a page of ours', oneOf(['mail'])),
      withoutAttachments,
    },
  ),
  markNegotiationDone: object({ version }),
  approveOffer: object({ version }, { comment: words }),
  rejectOffer: object({ version, comment: words }),
  extendOffer: object({ expiresOn: date }),
  withdrawOffer: object({ reason: words }),
  askForChange: object({ message: words }),
  askForMoreTime: object({ message: words }),
  declineOffer: object({ reason: words }),
  agreementEvent: agreementNotice,
  licenseEvent: object(
    {
      licenseArn: outside,
      agreementId: outside,
      productCode: outside,
      status: oneOf(['updated', 'deprovisioned']),
    },
    { offerId: outside, awsAccountId: outside },
  ),
  offerEvent: object(
    { status: outside },
    {
      changeSetId: outside,
      offerId: outside,
      detail: outside,
      expiresOn: described('The last day that AWS shows of the offer, when it was asked', date),
    },
  ),
  awsNotice: object({ agreementId: outside, about: oneOf(noticeKinds) }, { detail: words }),
  buyerArrived: object(
    { registrationId: id, setupSessionId: id, awsAccountId: outside, productCode: outside },
    { licenseArn: outside, agreementId: described('As AWS names it for the license', outside) },
  ),
  linkOrganization: object({ organizationId: id, organizationName: id, user: userSchema }),
  moveLink: object({
    organizationId: id,
    organizationName: id,
    user: described('Whom the organization is set up for', userSchema),
    others: described('Who else owns or manages it', list(userSchema, most.managers)),
    reason: words,
  }),
  endLink: object({ reason: words }),
  handOverSetUp: object({ to: object({ name, email }) }),
  assignOwner: object({ owner: emailAddress }, { timeZone: text(longest.timeZone) }),
  addNote: object({ text: words }),
  sendReminderNow: object({ key: id }),
  skipReminder: object({ key: id }),
  takeBackReminder: object({ key: id }),
  retryStep: object({}, { step: id }),
  markSolved: object({
    step: described('What is stuck, as the deal names it', id),
    reason: described('What was done outside of Offerdesk, for the timeline', words),
  }),
  offerSeen: object({}),
  tickCheck: object({ check: oneOf(checks), done: flag }),
  renewPageLink: object({
    email: described('Whose link to the buyer’s page; he is mailed a new one', email),
  }),
  withdrawPageLink: object({ email: described('Whose link to the buyer’s page', email) }),
  askForPageLink: object({}),
  pageOpened: object({}),
  stopReminders: object({ email }),
  resumeReminders: object({ email }),
  changeContact: object({ role: oneOf(['signer', 'contact']), person: personSchema }),
  changeReminders: object({ reminders: { ...object({}, reminderSchemas), minProperties: 1 } }),
  resendMail: object({ mail: mailSchema }),
  mailBounced: object({ mail: mailSchema, detail: words }),
  closeDeal: object({ reason: words }),
} as const satisfies Record<string, Schema>;

/** What a caller says of each. What an organization is called and who manages it is what the accounts say. */
export const givenSchemas = {
  ...commandSchemas,
  moveLink: object({ organizationId: id, reason: words }),
} as const satisfies Record<keyof typeof commandSchemas, Schema>;
