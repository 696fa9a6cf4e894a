import type { CommandBody, CommandOf } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { SystemEvent } from '../../deal/events.ts';
import type { Actor } from '../../deal/people.ts';
import { defaultPolicy, type Policy } from '../../deal/policy.ts';
import { stepsDue } from '../../deal/steps.ts';
import { trouble } from '../../deal/stuck.ts';
import { buyerAccount, sampleInquiry, sampleTerms } from './samples.ts';

export const start = '2027-01-04T01:00:00.000Z';
export const actors = {
  sales: { kind: 'staff', id: 'sales@example.com', roles: ['sales'] },
  approver: { kind: 'staff', id: 'approver@example.com', roles: ['approver'] },
  support: { kind: 'staff', id: 'support@example.com', roles: ['support'] },
  buyer: { kind: 'buyer', id: 'taro@aozora.example' },
  aws: { kind: 'aws', id: 'event' },
  system: { kind: 'system', id: 'offerdesk' },
} as const satisfies Record<string, Actor | { kind: string; id: string; roles?: readonly string[] }>;
export type ActorName = keyof typeof actors;

/** Of a vendor whose staff work where the buyer does. */
export const policy: Policy = { ...defaultPolicy, staff: { timeZone: 'Asia/Tokyo', from: 9, until: 17 } };

/** A deal as it is after its inquiry; plain functions stand for the workflow. */
export function opened(): Deal {
  const inquiry = sampleInquiry();
  const deal = dealDecider.initial({ dealId: 'd1', at: start, inquiry, policy });
  return told(deal, { type: 'inquiryReceived', inquiry, policy });
}

/** The deal after something that the system did. */
export function told(deal: Deal, event: SystemEvent, at = deal.updatedAt): Deal {
  return dealDecider.evolve(deal, {
    seq: deal.seq + 1,
    at,
    decidedAt: at,
    by: { kind: 'system', id: 'offerdesk' },
    outcome: 'applied',
    event,
  });
}

/** The deal after a command, and the code with which it was refused, if it was. */
export function asked(
  deal: Deal,
  by: ActorName,
  body: CommandBody,
  at = deal.updatedAt,
): { deal: Deal; refused?: string } {
  const actor = actors[by] as Actor;
  const command = { ...body, commandId: `c${deal.seq + 1}`, by: actor, at };
  const refusal = dealDecider.decide(deal, command, at);
  const entry = {
    seq: deal.seq + 1,
    at,
    decidedAt: at,
    by: actor,
    commandId: command.commandId,
    event: body,
  };
  const evolved = dealDecider.evolve(
    deal,
    refusal ? { ...entry, outcome: 'refused', refusal } : { ...entry, outcome: 'applied' },
  );
  return refusal ? { deal: evolved, refused: refusal.code } : { deal: evolved };
}

/** The deal after commands that must all apply. */
export function having(deal: Deal, ...steps: [ActorName, CommandBody][]): Deal {
  return steps.reduce((before, [by, body]) => {
    const { deal: next, refused } = asked(before, by, body);
    if (refused) throw new Error(`${body.type} was refused: ${refused}`);
    return next;
  }, deal);
}

export const proposal = (change = {}): [ActorName, CommandBody] => [
  'sales',
  { type: 'proposeTerms', terms: sampleTerms(start, change) },
];
export const done = (version = 1): [ActorName, CommandBody] => [
  'sales',
  { type: 'markNegotiationDone', version },
];

/** What AWS does with the running change set when all goes well. */
export function changeSetDone(deal: Deal, offerId = 'offer-one'): Deal {
  const name = deal.changeSet?.name ?? '';
  const changeSetId = `cs-${name}`;
  const started = told(deal, { type: 'changeSetStarted', name, changeSetId });
  return told(started, {
    type: 'changeSetSucceeded',
    name,
    changeSetId,
    offerId: deal.changeSet?.offerId ?? offerId,
  });
}

export const offered = () => changeSetDone(having(opened(), proposal(), done()));

/** How a change set fails at AWS, told for the step that is due, if there is one. */
export function changeSetFails(deal: Deal): Deal {
  const step = stepsDue(deal).find(each => each.name === 'startChangeSet' || each.name === 'followChangeSet');
  if (!step) return deal;
  const stuck = trouble({ step: step.key, reason: 'changeSetFailed', detail: 'INVALID_BUYER_ACCOUNTS' });
  return told(deal, { type: 'stepFailed', stuck });
}

export const agreement = {
  type: 'agreementEvent',
  agreementId: 'agmt-1',
  offerId: 'offer-one',
  awsAccountId: buyerAccount,
  intent: 'NEW',
  status: 'ACTIVE',
  acceptedAt: '2027-01-05T00:00:00.000Z',
  startsAt: '2027-01-05T00:00:00.000Z',
  endsAt: '2028-01-05T00:00:00.000Z',
  learntFrom: 'event',
} as const satisfies CommandBody;
export const license = {
  type: 'licenseEvent',
  licenseArn: 'arn:aws:license-manager::1:license:l-1',
  agreementId: 'agmt-1',
  productCode: 'code',
  status: 'updated',
} as const satisfies CommandBody;
export const arrival = {
  type: 'buyerArrived',
  registrationId: 'r1',
  setupSessionId: 's1',
  awsAccountId: buyerAccount,
  productCode: 'code',
} as const satisfies CommandBody;
export const choice = {
  type: 'linkOrganization',
  organizationId: 'o1',
  organizationName: 'Aozora',
  user: { userId: 'u1', name: 'Jiro', email: 'jiro@aozora.example', language: 'ja', timeZone: 'Asia/Tokyo' },
} as const satisfies CommandBody;
/** Support links the purchase to another organization of the same buyer. */
export const move: CommandOf<'moveLink'> = {
  type: 'moveLink',
  organizationId: 'o2',
  organizationName: 'Aozora Labs',
  user: { userId: 'u2', name: 'Saki', email: 'saki@aozora.example', language: 'en', timeZone: 'Asia/Tokyo' },
  others: [
    { userId: 'u3', name: 'Ren', email: 'ren@aozora.example', language: 'ja', timeZone: 'Asia/Tokyo' },
  ],
  reason: 'The wrong organization was chosen.',
};

/** What AWS tells of an agreement that was accepted as agreed. */
export const acceptedAsAgreed = {
  type: 'agreementRead',
  agreementId: 'agmt-1',
  accepted: {
    awsAccountId: buyerAccount,
    currency: 'USD',
    total: '12000.00',
    startsAt: agreement.startsAt,
    endsAt: agreement.endsAt,
    units: { committed_spend: 1 },
    autoRenews: false,
  },
} as const satisfies SystemEvent;
