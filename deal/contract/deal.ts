import type { Deal } from '../deal.ts';
import { actorSchema, personSchema } from '../people.ts';
import { holidaysSchema, type Policy } from '../policy.ts';
import { type Deadline, type DeadlineKind, deadlineKinds } from '../reminders/deadline.ts';
import { closedStages, stages } from '../stages.ts';
import { type Stuck, type StuckReason, type StuckStep, stuckReasons } from '../stuck.ts';
import { noticeKinds } from '../term/notices.ts';
import { currencies } from '../terms/money.ts';
import {
  agreementNotice,
  agreementStatus,
  mailSchema,
  reminderSchemas,
  userSchema,
  withoutAttachments,
} from './commands.ts';
import { longest } from './limits.ts';
import {
  all,
  date,
  described,
  describes,
  flag,
  meaning,
  moment,
  number,
  object,
  oneOf,
  only,
  record,
  text,
  whole,
} from './schema.ts';
import { termsSchema } from './terms.ts';

// What is answered of a deal, proven to be the type of the deal itself.

const id = text(longest.id);
const outside = text(longest.outside);
const words = { type: 'string' } as const;
const amount = text(20);
const hoursOfDay = { from: number, until: number } as const;

/** A moment of the plan. */
export const deadlineSchema = describes<Deadline>()(
  object(
    {
      key: id,
      kind: meaning<DeadlineKind>()({ type: 'string', enum: Object.keys(deadlineKinds) }),
      at: moment,
    },
    { byHand: described('Somebody has sent it early', { type: 'boolean', const: true } as const) },
  ),
);

export const policySchema = describes<Policy>()(
  object(
    {
      ...reminderSchemas,
      approval: object({
        discountPercent: number,
        amount: object({ USD: amount, AUD: amount, EUR: amount, GBP: amount, JPY: amount }),
        durationMonths: number,
      }),
      edition: whole,
      reviveWithinDays: number,
      workingHours: object(hoursOfDay),
      staff: object({ timeZone: outside, ...hoursOfDay }),
      holidays: holidaysSchema,
    },
    { spreadMinutes: number },
  ),
);

export const inquirySchema = object(
  { company: text(longest.company), contact: personSchema, message: text(longest.message) },
  {
    awsAccountId: described('12 digits', text(12)),
    withoutAttachments,
    follows: described('The deal that this one takes up again', id),
  },
);

export const termsVersionSchema = object({
  version: whole,
  terms: termsSchema,
  proposedBy: actorSchema,
  at: moment,
});

const proposalSchema = object(
  { version: whole, sentAt: moment },
  {
    agreed: object({ name: words, at: moment }),
    withdrawn: object({ reason: words, at: moment }),
  },
);

const approvalSchema = object(
  {
    version: whole,
    reasons: all(oneOf(['discount', 'discountUnknown', 'duration', 'amount'])),
    requestedBy: actorSchema,
    state: oneOf(['pending', 'approved', 'rejected']),
  },
  { decidedBy: actorSchema, decidedAt: moment, comment: words },
);

const changeSetSchema = object(
  { purpose: oneOf(['create', 'extend', 'withdraw']), name: id, termsVersion: whole, attempt: whole },
  { offerId: outside, expiresOn: date, changeSetId: outside, faults: whole, waitsUntil: moment },
);

export const offerSchema = object(
  {
    offerId: outside,
    termsVersion: whole,
    releasedAt: moment,
    expiresOn: date,
    state: oneOf(['released', 'expired', 'withdrawn', 'accepted']),
  },
  {
    changeSetId: outside,
    extendedAt: moment,
    mailedAt: moment,
    seenAt: moment,
    scannedAt: moment,
    withdrawnAt: moment,
  },
);

const agreementSchema = object(
  {
    agreementId: outside,
    awsAccountId: words,
    status: agreementStatus,
    acceptedAt: moment,
    startsAt: moment,
    learntFrom: oneOf(['event', 'search']),
  },
  { offerId: outside, endsAt: moment, followedAt: moment, replaces: only(true) },
);

export const acceptedSchema = object(
  { awsAccountId: words, startsAt: moment, units: record(number), autoRenews: flag },
  { currency: oneOf(currencies), total: words, endsAt: moment, status: agreementStatus },
);

const licenseSchema = object(
  { licenseArn: outside, agreementId: outside, productCode: outside, at: moment, toldAt: moment },
  { awsAccountId: outside, deprovisionedAt: moment },
);

const registrationSchema = object(
  { registrationId: id, setupSessionId: id, awsAccountId: outside, productCode: outside, at: moment },
  { licenseArn: outside, agreementId: outside },
);

const secondPurchaseSchema = object(
  { notice: agreementNotice, commandId: text(longest.id * 2), by: actorSchema, at: moment },
  { dealId: id, solved: only(true) },
);

const linkSchema = object(
  {
    organizationId: id,
    organizationName: id,
    user: userSchema,
    requestedAt: moment,
    fromRevision: whole,
  },
  {
    linkedAt: moment,
    productToldAt: moment,
    linkedRevision: whole,
    toldRevision: whole,
    moved: object({ reason: words }, { from: id }),
  },
);

const endingLinkSchema = object({
  organizationId: id,
  organizationName: id,
  revision: whole,
  todo: all(oneOf(['accounts', 'product'])),
});

export const entitlementSchema = object({ dimension: outside, value: words }, { expiresAt: moment });

const pageLinkSchema = object(
  { email: words, number: whole, since: moment },
  { openedAt: moment, withdrawnAt: moment, asked: all(moment) },
);

const endSchema = object({ stage: oneOf(closedStages), reason: words, at: moment });

const trouble = {
  step: meaning<StuckStep>()(id),
  reason: meaning<StuckReason>()({ type: 'string', enum: Object.keys(stuckReasons) }),
  detail: described("The outside system's own words", words),
  cure: oneOf([
    'retryStep',
    'proposeTerms',
    'linkOrganization',
    'changeContact',
    'callBuyer',
    'checkAccess',
    'offerAgain',
    'askAws',
    'tellEngineers',
  ]),
} as const;
export const newlyStuckSchema = object(trouble);
const stuckSchema = describes<Stuck>()(object({ ...trouble, since: moment }));

export const dealSchema = describes<Deal>()(
  object(
    {
      dealId: id,
      seq: described('Number of the last timeline entry', whole),
      openedAt: moment,
      updatedAt: moment,
      stage: oneOf(stages),
      stageSince: moment,
      stays: all(object({ stage: oneOf(stages), from: moment, until: moment })),
      policy: policySchema,
      inquiry: inquirySchema,
      terms: all(termsVersionSchema),
      proposals: all(proposalSchema),
      changeSetAttempts: whole,
      changeSetIds: all(outside),
      offers: all(offerSchema),
      formerAgreements: all(outside),
      secondPurchases: all(secondPurchaseSchema),
      revision: whole,
      endingLinks: all(endingLinkSchema),
      stuck: all(stuckSchema),
      ticks: all(object({ what: words, by: words, at: moment })),
      pageLinks: all(pageLinkSchema),
      passed: all(id),
      hurried: all(deadlineSchema),
      skipped: all(id),
      mails: all(mailSchema),
      remindersStopped: all(words),
      reminded: record(moment),
    },
    {
      owner: words,
      ownerTimeZone: words,
      signer: personSchema,
      answeredAt: moment,
      frozenVersion: whole,
      approval: approvalSchema,
      changeSet: changeSetSchema,
      agreement: agreementSchema,
      accepted: acceptedSchema,
      openedBy: object({ agreementId: outside }, { dealId: id, organizationHint: id }),
      license: licenseSchema,
      registration: registrationSchema,
      link: linkSchema,
      unlinked: object({ organizationName: id, reason: words, at: moment }),
      entitlements: all(entitlementSchema),
      awsNotices: all(object({ about: oneOf(noticeKinds), detail: words, at: moment })),
      request: object(
        { kind: oneOf(['change', 'moreTime', 'message']), message: words, at: moment },
        { written: object({ message: words, at: moment }) },
      ),
      ending: endSchema,
      closed: endSchema,
      toldOfAttachments: record(moment),
      wroteAt: moment,
      buyerActedAt: moment,
      staffActedAt: moment,
      replannedAt: moment,
    },
  ),
);
