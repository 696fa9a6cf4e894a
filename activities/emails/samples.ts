import type { Agreement, Deal, Inquiry } from '../../shared/deal/deal.ts';
import type { Fact } from '../../shared/deal/entries.ts';
import { evolve, newDeal } from '../../shared/deal/evolve.ts';
import type { AgreementChange, MailTemplate, Reader } from '../../shared/deal/mails.ts';
import { type Actor, type Language, type Person, system } from '../../shared/deal/people.ts';
import { defaultPolicy } from '../../shared/deal/policy.ts';
import type { Terms } from '../../shared/deal/terms.ts';
import type { AccountMailProps } from '../../shared/models/outbox.ts';
import type { Recipient } from './reader.ts';

/** A mail as it could go out: for the preview, and for the tests of every template in every language. */
export interface Sample {
  template: MailTemplate;
  to: Reader['to'];
  recipient: Recipient;
  change?: AgreementChange;
  deal: Deal;
}

interface Cast {
  inquiry: Inquiry;
  signer: Person;
  user: Person & { userId: string };
  owner: Recipient;
  approver: Recipient;
  colleague: { name: string; email: string };
  reason: string;
}

/** The moment at which the samples are sent. */
export const sampleNow = '2026-12-28T23:59:59.500Z';

const english: Cast = {
  inquiry: {
    company: 'Northwind Traders Ltd',
    contact: {
      name: 'Chris Doe',
      email: 'chris@northwind.example',
      language: 'en',
      timeZone: 'Europe/London',
    },
    message:
      'We would like to buy a yearly plan through AWS Marketplace.\nCan you send us an offer this month?',
    awsAccountId: '123456789012',
  },
  signer: {
    name: 'Maria Rossi',
    email: 'maria@northwind.example',
    language: 'en',
    timeZone: 'America/New_York',
  },
  user: {
    userId: 'user-1',
    name: 'Alex Kim',
    email: 'alex@northwind.example',
    language: 'en',
    timeZone: 'Europe/London',
  },
  owner: { name: 'Sam Lee', email: 'sam@example.com', language: 'en' },
  approver: { name: 'Pat Jones', email: 'pat@example.com', language: 'en' },
  colleague: { name: 'Robin Hall', email: 'robin@northwind.example' },
  reason: 'Our budget moved to the next quarter.\nCould we talk again in April?',
};

const japanese: Cast = {
  inquiry: {
    company: '株式会社ノースウィンド',
    contact: {
      name: '高橋 健太',
      email: 'takahashi@northwind.example',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
    },
    message:
      'AWS Marketplace 経由で年間プランを購入したいと考えております。\n今月中にオファーをいただくことは可能でしょうか。',
    awsAccountId: '123456789012',
  },
  signer: { name: '佐藤 花子', email: 'sato@northwind.example', language: 'ja', timeZone: 'Asia/Tokyo' },
  user: {
    userId: 'user-2',
    name: '鈴木 一郎',
    email: 'suzuki@northwind.example',
    language: 'ja',
    timeZone: 'Asia/Tokyo',
  },
  owner: { name: '田中', email: 'tanaka@example.com', language: 'ja' },
  approver: { name: '山本', email: 'yamamoto@example.com', language: 'ja' },
  colleague: { name: '伊藤 美咲', email: 'ito@northwind.example' },
  reason: '社内の予算が来期に変更となりました。\n4 月以降にあらためてご相談させてください。',
};

export const casts: Record<Language, Cast> = { en: english, ja: japanese };

function termsOf({ signer }: Cast): Terms {
  const yen = signer.language === 'ja';
  return {
    productId: 'prod-examplecloud1',
    productTitle: 'Example Cloud',
    dimensions: [
      { key: 'committed_spend', label: 'Committed spend', price: yen ? '1440000' : '9600.00', units: 1 },
    ],
    currency: yen ? 'JPY' : 'USD',
    durationMonths: 12,
    paymentSchedule: [
      { chargeDate: '2026-12-31', amount: yen ? '720000' : '4800.00' },
      { chargeDate: '2027-07-01', amount: yen ? '720000' : '4800.00' },
    ],
    eula: { type: 'standard' },
    buyerAwsAccountIds: ['123456789012'],
    offerExpiresOn: '2026-12-31',
    signer,
  };
}

/** A deal in the making: each fact is applied as its workflow would. */
function told(deal: Deal, facts: { fact: Fact; by?: Actor; at?: string }[]): Deal {
  return facts.reduce((before, { fact, by = system, at = before.updatedAt }) => {
    const entry = { seq: before.seq + 1, at, decidedAt: at, by, outcome: 'applied' as const, fact };
    return evolve(before, entry);
  }, deal);
}

/** The stations of one deal, from the first contact to its confirmation. */
function stations(cast: Cast) {
  const sales: Actor = { kind: 'staff', id: cast.owner.email, name: cast.owner.name, roles: ['sales'] };
  const approver: Actor = { kind: 'staff', id: cast.approver.email, name: cast.approver.name };
  const opening = { dealId: 'd-20261201-7f3k', at: '2026-12-01T02:30:00.000Z' };
  const policy = {
    ...defaultPolicy,
    approval: { ...defaultPolicy.approval, durationMonths: 6 },
  };
  const inquiry = told(newDeal({ ...opening, inquiry: cast.inquiry, policy }), [
    { fact: { type: 'inquiryReceived', inquiry: cast.inquiry, policy } },
  ]);
  const approving = told(inquiry, [
    { fact: { type: 'assignOwner', owner: cast.owner.email } },
    { fact: { type: 'proposeTerms', terms: termsOf(cast) }, by: sales, at: '2026-12-02T01:00:00.000Z' },
    { fact: { type: 'markNegotiationDone', version: 1 }, by: sales, at: '2026-12-03T01:00:00.000Z' },
  ]);
  const approved = told(approving, [{ fact: { type: 'approveOffer', version: 1 }, by: approver }]);
  const rejected = told(approving, [
    { fact: { type: 'rejectOffer', version: 1, comment: cast.reason }, by: approver },
  ]);
  const offered = released(approved, 'offer-examplea1b2c3');
  const stuck = told(approved, [
    {
      fact: {
        type: 'stepFailed',
        stuck: {
          step: `followChangeSet:${approved.changeSet?.name}`,
          reason: 'changeSetFailed',
          detail: 'INVALID_BUYER_ACCOUNTS: Invalid accounts: [123456789012]',
          cure: 'proposeTerms',
        },
      },
    },
  ]);
  return { sales, inquiry, approving, approved, rejected, offered, stuck };
}

function released(deal: Deal, offerId: string): Deal {
  const name = deal.changeSet?.name ?? '';
  const changeSetId = 'examplechangeset';
  return told(deal, [
    { fact: { type: 'changeSetStarted', name, changeSetId } },
    { fact: { type: 'changeSetSucceeded', name, changeSetId, offerId }, at: '2026-12-03T01:40:00.000Z' },
  ]);
}

function afterOffer(cast: Cast, { offered, sales }: ReturnType<typeof stations>) {
  const buyer: Actor = { kind: 'buyer', id: cast.signer.email, name: cast.signer.name };
  const extended = released(
    told(offered, [{ fact: { type: 'extendOffer', expiresOn: '2027-01-15' }, by: sales }]),
    'offer-examplea1b2c3',
  );
  const withdrawn = released(
    told(offered, [{ fact: { type: 'withdrawOffer', reason: 'replaced' }, by: sales }]),
    'offer-examplea1b2c3',
  );
  const declining = told(offered, [{ fact: { type: 'declineOffer', reason: cast.reason }, by: buyer }]);
  return {
    extended,
    withdrawn,
    declining,
    declined: released(declining, 'offer-examplea1b2c3'),
    askedForChange: told(offered, [{ fact: { type: 'askForChange', message: cast.reason }, by: buyer }]),
    askedForMoreTime: told(offered, [{ fact: { type: 'askForMoreTime', message: cast.reason }, by: buyer }]),
    expired: told(offered, [
      {
        fact: {
          type: 'deadlinePassed',
          late: false,
          deadline: { key: 'offerExpires:sample', kind: 'offerExpires', at: '2027-01-01T00:00:00.000Z' },
        },
      },
    ]),
  };
}

const agreement: Omit<Agreement, 'learntFrom'> & { learntFrom: 'event' } = {
  agreementId: 'agmt-exampleq7w8e9r0t1y2u3',
  offerId: 'offer-examplea1b2c3',
  awsAccountId: '123456789012',
  status: 'ACTIVE',
  acceptedAt: '2026-12-20T05:12:00.000Z',
  startsAt: '2026-12-20T05:12:00.000Z',
  endsAt: '2027-12-20T05:12:00.000Z',
  learntFrom: 'event',
};

function afterAcceptance(cast: Cast, offered: Deal) {
  const accepted = told(offered, [
    { fact: { type: 'agreementEvent', ...agreement }, at: agreement.acceptedAt },
  ]);
  const arrived = told(accepted, [
    {
      fact: {
        type: 'buyerArrived',
        registrationId: 'reg-example1',
        setupSessionId: 'setup-example1',
        awsAccountId: agreement.awsAccountId,
        productCode: 'examplecloudcode000000001',
      },
    },
  ]);
  const active = told(arrived, [
    {
      fact: {
        type: 'linkOrganization',
        organizationId: 'org-example1',
        organizationName: cast.inquiry.company,
        user: cast.user,
      },
    },
    { fact: { type: 'organizationLinked', revision: 0 } },
    { fact: { type: 'productTold', revision: 0, configured: true } },
  ]);
  const { agreementId, startsAt } = agreement;
  const otherAccount = { awsAccountId: '210987654321', startsAt, units: {}, autoRenews: false };
  const differs = told(accepted, [{ fact: { type: 'agreementRead', agreementId, accepted: otherAccount } }]);
  return { accepted, arrived, active, differs };
}

/** After the sale: the agreement changes, nears its end, and ends in each of the ways AWS knows. */
function afterSale(active: Deal) {
  const news = (change: Partial<Extract<Fact, { type: 'agreementEvent' }>>) =>
    told(active, [{ fact: { type: 'agreementEvent', ...agreement, ...change } }]);
  const next = {
    agreementId: 'agmt-example2z8x7c6v5b4n3m',
    startsAt: '2027-12-20T05:12:00.000Z',
    endsAt: '2028-12-20T05:12:00.000Z',
    previousAgreementId: agreement.agreementId,
  };
  const near: Deal = { ...active, agreement: { ...agreement, endsAt: '2027-01-27T23:59:59.000Z' } };
  const accepted = { awsAccountId: agreement.awsAccountId, startsAt: agreement.startsAt, units: {} };
  const taken = {
    type: 'licenseEvent',
    licenseArn: 'arn:aws:license-manager::123456789012:license:l-example',
    agreementId: agreement.agreementId,
    productCode: 'examplecloudcode000000001',
    status: 'deprovisioned',
  } as const;
  return {
    amended: news({ intent: 'AMEND', endsAt: '2028-03-20T05:12:00.000Z' }),
    renewed: news({ intent: 'RENEW', ...next }),
    replaced: news({ intent: 'REPLACE', ...next }),
    ends: near,
    renews: { ...near, accepted: { ...accepted, autoRenews: true } },
    ended: {
      cancelled: news({ status: 'CANCELLED' }),
      expired: news({ status: 'EXPIRED' }),
      terminated: news({ status: 'TERMINATED' }),
      paymentFailed: news({ status: 'ROLLED_BACK' }),
      ended: news({ status: 'ARCHIVED' }),
      licenseTaken: told(active, [{ fact: taken }]),
    },
  };
}

/** Every template, and every reader for whom it has different words, in one language. */
export function samplesIn(language: Language): Record<string, Sample> {
  const cast = casts[language];
  const before = stations(cast);
  const offer = afterOffer(cast, before);
  const after = afterAcceptance(cast, before.offered);
  const to = (template: MailTemplate, person: Recipient, deal: Deal): Sample => {
    const { name, email } = person;
    return { template, to: 'person', recipient: { name, email, language }, deal };
  };
  const owner = (template: MailTemplate, deal: Deal): Sample => ({
    template,
    to: 'owner',
    recipient: cast.owner,
    deal,
  });
  const approver = (template: MailTemplate, deal: Deal): Sample => ({
    template,
    to: 'approvers',
    recipient: cast.approver,
    deal,
  });
  const sale = afterSale(after.active);
  const { signer, user } = cast;
  const { contact } = cast.inquiry;
  return {
    inquiryReceived: to('inquiryReceived', contact, before.inquiry),
    inquiryNotice: owner('inquiryNotice', before.inquiry),
    answerOverdue: owner('answerOverdue', before.inquiry),
    approvalRequested: approver('approvalRequested', before.approving),
    'approvalOverdue-approver': approver('approvalOverdue', before.approving),
    'approvalOverdue-owner': owner('approvalOverdue', before.approving),
    'approvalDecided-approved': owner('approvalDecided', before.approved),
    'approvalDecided-rejected': owner('approvalDecided', before.rejected),
    offer: to('offer', signer, before.offered),
    offerExtended: to('offerExtended', signer, offer.extended),
    'offerExpiring-signer': to('offerExpiring', signer, before.offered),
    'offerExpiring-contact': to('offerExpiring', contact, before.offered),
    offerExpired: owner('offerExpired', offer.expired),
    'offerWithdrawn-withdrawn': to('offerWithdrawn', signer, offer.withdrawn),
    'offerWithdrawn-declined': to('offerWithdrawn', signer, offer.declined),
    'buyerRequest-change': owner('buyerRequest', offer.askedForChange),
    'buyerRequest-moreTime': owner('buyerRequest', offer.askedForMoreTime),
    offerDeclined: owner('offerDeclined', offer.declining),
    accepted: owner('accepted', after.accepted),
    'accepted-arrived': owner('accepted', after.arrived),
    'accepted-differs': owner('accepted', after.differs),
    'setUpReminder-absent': to('setUpReminder', signer, after.accepted),
    'setUpReminder-left': to('setUpReminder', signer, after.arrived),
    handOver: to('handOver', { ...cast.colleague, language }, after.arrived),
    'confirmation-user': to('confirmation', user, after.active),
    'confirmation-signer': to('confirmation', signer, after.active),
    activatedNotice: owner('activatedNotice', after.active),
    ...changesIn(sale, { user: to('agreementChanged', user, sale.amended), owner }),
    'termEnding-ends-signer': to('termEnding', signer, sale.ends),
    'termEnding-ends-owner': owner('termEnding', sale.ends),
    'termEnding-renews-signer': to('termEnding', signer, sale.renews),
    'termEnding-renews-owner': owner('termEnding', sale.renews),
    ...Object.fromEntries(
      Object.entries(sale.ended).flatMap(([why, deal]) => [
        [`accessEnded-${why}-user`, to('accessEnded', user, deal)],
        [`accessEnded-${why}-owner`, owner('accessEnded', deal)],
      ]),
    ),
    'stuckNotice-first': owner('stuckNotice', justStuck(before.stuck)),
    'stuckNotice-still': owner('stuckNotice', before.stuck),
  };
}

function changesIn(
  sale: ReturnType<typeof afterSale>,
  { user, owner }: { user: Sample; owner: (template: MailTemplate, deal: Deal) => Sample },
): Record<string, Sample> {
  return Object.fromEntries(
    (['amended', 'renewed', 'replaced'] as const).flatMap(change => [
      [`agreementChanged-${change}-user`, { ...user, deal: sale[change], change }],
      [`agreementChanged-${change}-owner`, { ...owner('agreementChanged', sale[change]), change }],
    ]),
  );
}

const justStuck = (deal: Deal): Deal => ({
  ...deal,
  stuck: deal.stuck.map(stuck => ({ ...stuck, since: sampleNow })),
});

/** The mails about accounts, for the same people. */
export function accountSamplesIn(language: Language): AccountMailProps {
  const { name } = casts[language].user;
  return {
    emailVerification: {
      name,
      verifyUrl: 'http://localhost:3000/verify/example-token',
      expiresAt: '2026-12-29T23:59:59.000Z',
    },
    accountExists: { name, signInUrl: 'http://localhost:3000/sign-in' },
  };
}
