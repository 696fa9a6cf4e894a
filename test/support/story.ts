import type { CommandBody, CommandOf } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import { commandTypes, dealDecider } from '../../deal/decider.ts';
import type { SystemEvent } from '../../deal/events.ts';
import type { Actor } from '../../deal/people.ts';
import { defaultPolicy, type Policy } from '../../deal/policy.ts';
import type { Refusal } from '../../deal/refusals.ts';
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
  return given(deal, { type: 'inquiryReceived', inquiry, policy });
}

/** Something that happened: a command somebody gave, or what the system did, when it was not at once. */
type Happened = SystemEvent | [ActorName, CommandBody | SystemEvent, at?: string];

/** Given: the deal after all this, which must apply. */
export function given(deal: Deal, ...happened: Happened[]): Deal {
  return happened.reduce<Deal>((before, each) => {
    const [by, event, at] = Array.isArray(each) ? each : (['system', each] as const);
    if (!isCommand(event)) return after(before, { by, event, at });
    const { deal: next, refused } = when(before, by, event, at);
    if (refused) throw new Error(`${event.type} was refused: ${refused}`);
    return next;
  }, deal);
}

/** When: the deal after a command, and then the code with which it was refused, if it was. */
export function when(
  deal: Deal,
  by: ActorName,
  event: CommandBody,
  at = deal.updatedAt,
): { deal: Deal; refused?: string } {
  const commandId = `c${deal.seq + 1}`;
  const refusal = dealDecider.decide(deal, { ...event, commandId, by: actors[by] as Actor, at }, at);
  const next = after(deal, { by, event, at, commandId, refusal });
  return refusal ? { deal: next, refused: refusal.code } : { deal: next };
}

interface Told {
  by: ActorName;
  event: CommandBody | SystemEvent;
  at: string | undefined;
  commandId?: string;
  refusal?: Refusal | undefined;
}

/** The deal after one entry of its timeline. */
function after(deal: Deal, { by, event, at = deal.updatedAt, commandId, refusal }: Told): Deal {
  const entry = {
    seq: deal.seq + 1,
    at,
    decidedAt: at,
    by: actors[by] as Actor,
    event,
    ...(commandId && { commandId }),
  };
  return dealDecider.evolve(
    deal,
    refusal ? { ...entry, outcome: 'refused', refusal } : { ...entry, outcome: 'applied' },
  );
}

const isCommand = (event: CommandBody | SystemEvent): event is CommandBody =>
  commandTypes.some(type => type === event.type);

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
  const started = given(deal, { type: 'changeSetStarted', name, changeSetId });
  return given(started, {
    type: 'changeSetSucceeded',
    name,
    changeSetId,
    offerId: deal.changeSet?.offerId ?? offerId,
  });
}

export const offered = () => changeSetDone(given(opened(), proposal(), done()));

/** How a change set fails at AWS, told for the step that is due, if there is one. */
export function changeSetFails(deal: Deal): Deal {
  const step = stepsDue(deal).find(each => each.name === 'startChangeSet' || each.name === 'followChangeSet');
  if (!step) return deal;
  const stuck = trouble({ step: step.key, reason: 'changeSetFailed', detail: 'INVALID_BUYER_ACCOUNTS' });
  return given(deal, { type: 'stepFailed', stuck });
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
