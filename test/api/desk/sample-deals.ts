import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { DealEvent, Entry } from '../../../deal/events.ts';
import { readerOf } from '../../../deal/mails/mails.ts';
import { type Actor, system } from '../../../deal/people.ts';
import { defaultPolicy } from '../../../deal/policy.ts';
import type { Terms } from '../../../deal/terms/terms.ts';

export const now = '2026-11-22T03:00:00.000Z';
export const sato: Actor = { kind: 'staff', id: 'sato@vendor.example', name: '佐藤 美咲', roles: ['sales'] };
export const mori: Actor = { kind: 'staff', id: 'mori@vendor.example', name: '森 翔', roles: ['support'] };
const buyer: Actor = { kind: 'buyer', id: 'jane@buyer.example', name: 'Jane Doe' };
const aws: Actor = { kind: 'aws', id: 'aws.marketplace' };

export const terms: Terms = {
  productId: 'prod-examplecloud01',
  productTitle: 'Example Cloud',
  currency: 'USD',
  dimensions: [
    { key: 'committed_spend', label: 'Committed spend', price: '11000.00', units: 2, listPrice: '12000.00' },
    { key: 'premium_support', label: 'Premium support', price: '2000.00', units: 1, listPrice: '2400.00' },
  ],
  durationMonths: 12,
  paymentSchedule: [],
  eula: { type: 'standard' },
  buyerAwsAccountIds: ['111122223333'],
  offerExpiresOn: '2026-12-04',
  signer: { name: '田中 一郎', email: 'tanaka@buyer.example', language: 'ja', timeZone: 'Asia/Tokyo' },
};
const cheaper: Terms = {
  ...terms,
  dimensions: terms.dimensions.map(each => ({
    ...each,
    price: each.key === 'premium_support' ? '1500.00' : '10500.00',
  })),
  offerExpiresOn: '2026-12-11',
};

const inquiry = {
  company: 'Example Buyer 株式会社',
  contact: {
    name: 'Jane Doe',
    email: 'jane@buyer.example',
    language: 'en',
    timeZone: 'America/New_York',
  } as const,
  message: 'We would like Example Cloud for two teams,\nbilled through our AWS account. <b>From January.</b>',
  awsAccountId: '111122223333',
};

interface Story {
  deal: Deal;
  /** Newest first. */
  timeline: Entry[];
}

const opening = '2026-11-20T01:00:00.000Z';
const started: Story = {
  deal: dealDecider.initial({ dealId: 'k3v9q0t2xw', at: opening, inquiry, policy: defaultPolicy }),
  timeline: [],
};

type Told = [by: Actor, event: DealEvent, refused?: Entry['refusal']];

function tell(story: Story, ...facts: Told[]): Story {
  return facts.reduce(({ deal, timeline }, [by, event, refusal]) => {
    const at = new Date(Date.parse(opening) + deal.seq * 3_600_000).toISOString();
    const outcome = refusal ? 'refused' : 'applied';
    const entry: Entry = {
      seq: deal.seq + 1,
      at,
      decidedAt: at,
      by,
      outcome,
      event,
      ...(by.kind === 'staff' && { commandId: `c-${deal.seq + 1}` }),
      ...(refusal && { refusal }),
    };
    return { deal: dealDecider.evolve(deal, entry), timeline: [entry, ...timeline] };
  }, story);
}

const name = (deal: Deal) => deal.changeSet?.name ?? '';
const succeed = (story: Story, offerId: string): Story =>
  tell(
    story,
    [system, { type: 'changeSetStarted', name: name(story.deal), changeSetId: `cs-${offerId}` }],
    [system, { type: 'changeSetSucceeded', name: name(story.deal), changeSetId: `cs-${offerId}`, offerId }],
  );
const close = (story: Story, body: CommandBody, by = sato): Story =>
  succeed(tell(story, [by, body]), 'offer-abcdef123');

const asked = tell(started, [system, { type: 'inquiryReceived', inquiry, policy: defaultPolicy }]);
const negotiating = tell(
  asked,
  [sato, { type: 'assignOwner', owner: sato.id }],
  [sato, { type: 'proposeTerms', terms }],
  [sato, { type: 'addNote', text: 'Called Jane: price is fine, support is too dear.' }],
  [sato, { type: 'proposeTerms', terms: cheaper }],
);
/** The newest terms are with the buyer, who had been sent others before. */
const proposed = tell(
  asked,
  [sato, { type: 'assignOwner', owner: sato.id }],
  [sato, { type: 'proposeTerms', terms, send: true }],
  [buyer, { type: 'askForChange', message: 'Premium support is too dear for us.\nCould it be 1,500?' }],
  [sato, { type: 'proposeTerms', terms: cheaper, send: true }],
);
const changeWanted = tell(proposed, [
  buyer,
  { type: 'askForChange', message: 'Could we pay in two parts, in January and July?' },
]);
/** They write to each other; the last word is the buyer's, by mail. */
const writing = tell(
  proposed,
  [sato, { type: 'writeToBuyer', text: 'Thank you for your call.\nWhich day in January suits you?' }],
  [
    buyer,
    {
      type: 'writeToStaff',
      text: 'I will ask.\nThe order form is attached.',
      via: 'mail',
      withoutAttachments: 2,
    },
  ],
  [buyer, { type: 'writeToStaff', text: 'And who will be our contact from January?' }],
  [sato, { type: 'addNote', text: 'They need it before their fiscal year ends.' }],
  [
    buyer,
    { type: 'writeToStaff', text: 'The 15th would be best for us.', via: 'mail', withoutAttachments: 1 },
  ],
);
const agreed = tell(proposed, [
  { ...buyer, name: 'Ichiro Tanaka' },
  { type: 'agreeToProposal', version: 2, name: 'Ichiro Tanaka' },
]);
const takenBack = tell(proposed, [
  sato,
  { type: 'withdrawProposal', reason: 'The list prices change in December.' },
]);
const approving = tell(
  negotiating,
  [sato, { type: 'proposeTerms', terms: { ...cheaper, durationMonths: 48 } }],
  [sato, { type: 'markNegotiationDone', version: 3 }],
);
const creating = tell(negotiating, [sato, { type: 'markNegotiationDone', version: 2 }]);
const stuck = tell(creating, [
  system,
  {
    type: 'stepFailed',
    stuck: {
      step: `startChangeSet:${name(creating.deal)}`,
      reason: 'changeSetFailed',
      detail: 'INVALID_INPUT: The buyer account 111122223333 is not eligible for this currency.',
      cure: 'proposeTerms',
    },
  },
]);
const offered = succeed(creating, 'offer-abcdef123');
/** The offer's mail came back. */
const bounced = tell(offered, [
  system,
  {
    type: 'mailBounced',
    mail: { key: '8:offer:0', template: 'offer', reader: readerOf(terms.signer) },
    detail: '550 5.1.1 <tanaka@buyer.example>: Recipient address rejected: User unknown',
  },
]);
/** Seen, with another signer, other reminders, and a contact who wants none. */
const quiet = tell(
  offered,
  [buyer, { type: 'offerSeen' }],
  [
    sato,
    {
      type: 'changeContact',
      role: 'signer',
      person: { ...terms.signer, name: '高橋 直子', email: 'takahashi@buyer.example' },
    },
  ],
  [sato, { type: 'changeReminders', reminders: { remindDaysBefore: [10, 2], remindHoursBefore: [] } }],
  [buyer, { type: 'stopReminders', email: 'jane@buyer.example' }],
  [
    sato,
    {
      type: 'resendMail',
      mail: { key: '8:offer:0', template: 'offer', reader: readerOf(terms.signer) },
    },
  ],
);
const moreTime = tell(offered, [
  buyer,
  { type: 'askForMoreTime', message: 'Our board meets on December 15.' },
]);
const accepted = tell(
  offered,
  [sato, { type: 'extendOffer', expiresOn: '2026-11-30' }, { code: 'expiryNotLater' }],
  [
    aws,
    {
      type: 'agreementEvent',
      agreementId: 'agmt-0123456789abcdef',
      offerId: 'offer-abcdef123',
      awsAccountId: '111122223333',
      status: 'ACTIVE',
      acceptedAt: '2026-11-21T05:00:00.000Z',
      startsAt: '2026-11-21T05:00:00.000Z',
      endsAt: '2027-11-21T05:00:00.000Z',
      learntFrom: 'event',
    },
  ],
);
const differs = tell(accepted, [
  system,
  {
    type: 'agreementRead',
    agreementId: 'agmt-0123456789abcdef',
    accepted: {
      awsAccountId: '444455556666',
      currency: 'USD',
      total: '25000.00',
      startsAt: '2026-11-21T05:00:00.000Z',
      endsAt: '2027-11-21T05:00:00.000Z',
      units: {},
      autoRenews: true,
    },
  },
]);
const licenseArn = 'arn:aws:license-manager::294406891311:license:l-0f6c1ab5d3e24b0f8a7c9d1e2f3a4b5c';
const settingUp = tell(
  accepted,
  [
    aws,
    {
      type: 'licenseEvent',
      licenseArn,
      agreementId: 'agmt-0123456789abcdef',
      productCode: 'examplecloudcode000000001',
      status: 'updated',
    },
  ],
  [
    buyer,
    {
      type: 'buyerArrived',
      registrationId: 'reg-7f3a',
      setupSessionId: 'ses-91bc',
      awsAccountId: '111122223333',
      productCode: 'examplecloudcode000000001',
    },
  ],
);
const activating = tell(settingUp, [
  buyer,
  {
    type: 'linkOrganization',
    organizationId: 'org-42',
    organizationName: 'Example Buyer',
    user: { userId: 'u-1', ...inquiry.contact },
  },
]);
const active = tell(
  activating,
  [
    system,
    {
      type: 'entitlementsRead',
      revision: 0,
      entitlements: [{ dimension: 'committed_spend', value: '2', expiresAt: '2027-11-21T05:00:00.000Z' }],
    },
  ],
  [system, { type: 'organizationLinked', organizationId: 'org-42', revision: 0 }],
  [system, { type: 'productTold', organizationId: 'org-42', revision: 0, configured: true }],
  [system, { type: 'mailsSent', keys: ['14:confirmation:0'] }],
);

/** One deal at every stage, and the special cases a page must show. */
export const samples: Record<string, Story> = {
  inquiry: asked,
  negotiating,
  proposed,
  changeWanted,
  writing,
  agreed,
  takenBack,
  approving,
  creatingOffer: creating,
  stuck,
  offered,
  bounced,
  quiet,
  moreTime,
  accepted,
  differs,
  settingUp,
  activating,
  active,
  unlinked: tell(active, [mori, { type: 'endLink', reason: 'They want to start anew.' }]),
  ended: tell(active, [
    aws,
    {
      type: 'agreementEvent',
      agreementId: 'agmt-0123456789abcdef',
      awsAccountId: '111122223333',
      status: 'CANCELLED',
      learntFrom: 'event',
    },
  ]),
  declined: close(offered, { type: 'declineOffer', reason: 'Budget is gone.' }, buyer),
  withdrawn: close(offered, { type: 'withdrawOffer', reason: 'Wrong account.' }),
  expired: tell(offered, [
    system,
    { type: 'deadlinePassed', late: false, deadline: { key: 'revivalEnds:x', kind: 'revivalEnds', at: now } },
  ]),
  lost: tell(negotiating, [sato, { type: 'closeDeal', reason: 'They bought elsewhere.' }]),
};
