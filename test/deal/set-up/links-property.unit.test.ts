import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { SystemEvent } from '../../../deal/events.ts';
import { isOver, laneOf, type Step, type StepOf, stepsDue } from '../../../deal/steps.ts';
import { troubleAt } from '../../../deal/stuck.ts';
import { runs } from '../../support/runs.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  agreement,
  choice,
  given,
  license,
  move,
  when,
} from '../../support/story.ts';
import { active, chosen } from '../acceptance/after-sale.ts';

/** A step that its workflow has begun; the outside world may have seen it already, once or more often. */
interface Running {
  step: Step;
  /** The deal as it was when the step began. */
  deal: Deal;
  outcome?: SystemEvent;
}

/** A deal in its workflow, with the accounts and the product of a vendor. */
interface World {
  deal: Deal;
  running: Map<string, Running>;
  /** Organization by agreement. */
  accounts: Map<string, string>;
  /** The organizations to which the product grants the purchase. */
  granted: Set<string>;
  /** What the product has heard, by the id of the message. */
  heard: Map<string, string>;
}

type Move = { name: string; make: (world: World) => void };

const says = (by: ActorName, body: CommandBody): Move => ({
  name: `${body.type} ${'organizationId' in body ? body.organizationId : ''}`,
  make(world) {
    world.deal = when(world.deal, by, body).deal;
  },
});
const to = (organizationId: string): CommandBody => ({ ...move, organizationId });

const renewal = {
  ...agreement,
  agreementId: 'agmt-2',
  intent: 'RENEW',
  previousAgreementId: 'agmt-1',
} as const;
const itsLicense = {
  ...license,
  agreementId: 'agmt-2',
  licenseArn: 'arn:aws:license-manager::1:license:l-2',
} as const;

const moves: Move[] = [
  says('support', to('o1')),
  says('support', to('o2')),
  says('support', to('o3')),
  says('support', { type: 'endLink', reason: 'x' }),
  says('support', { type: 'retryStep' }),
  says('buyer', choice),
  says('aws', license),
  says('aws', { ...license, status: 'deprovisioned' }),
  says('aws', { ...agreement, intent: 'AMEND' }),
  says('aws', { ...agreement, status: 'CANCELLED' }),
  says('aws', { ...agreement, status: 'ROLLED_BACK' }),
  says('aws', { ...agreement, status: 'RENEWED' }),
  says('aws', renewal),
  says('aws', itsLicense),
  says('aws', { ...renewal, status: 'CANCELLED' }),
  ...(['oldest', 'newest'] as const).flatMap((which): Move[] => [
    { name: `the ${which} step acts outside`, make: world => one(world, which, act) },
    { name: `the ${which} acts twice, its answer was lost`, make: world => one(world, which, actTwice) },
    { name: `the ${which} ends`, make: world => one(world, which, finish) },
    { name: `the ${which} fails, whether it was done or not`, make: world => one(world, which, fail) },
  ]),
];

/** As the loop of workflows/deal.ts does after every entry. Mails are none of the links'. */
function begin({ deal, running }: World): void {
  for (const step of stepsDue(deal)) {
    if (step.name === 'sendMails') continue;
    const lane = laneOf(step);
    if (!running.has(lane)) running.set(lane, { step, deal });
  }
}

type Doing = (world: World, lane: string, running: Running) => void;

/** Steps of different lanes come to their ends in any order. */
function one(world: World, which: 'oldest' | 'newest', does: Doing): void {
  const found = [...world.running].at(which === 'oldest' ? 0 : -1);
  if (found) does(world, ...found);
}

function act(world: World, _lane: string, running: Running): void {
  running.outcome = outcomeIn(world, running);
}

function actTwice(world: World, lane: string, running: Running): void {
  act(world, lane, running);
  act(world, lane, running);
}

function finish(world: World, lane: string, running: Running): void {
  const outcome = running.outcome ?? outcomeIn(world, running);
  world.running.delete(lane);
  world.deal = given(world.deal, outcome);
}

function fail(world: World, lane: string, { step }: Running): void {
  world.running.delete(lane);
  world.deal = given(world.deal, { type: 'stepFailed', stuck: troubleAt(step, { detail: 'x' }) });
}

function outcomeIn(world: World, { step, deal }: Running): SystemEvent {
  const { revision } = deal;
  switch (step.name) {
    case 'readAgreement':
      return { ...acceptedAsAgreed, agreementId: step.agreementId };
    case 'readEntitlements':
      return { type: 'entitlementsRead', revision, entitlements: [] };
    case 'linkOrganization': {
      const { organizationId } = step.link;
      const { agreementId } = step.agreement;
      // The agreement that this one follows passes its organization on.
      for (const former of world.accounts.keys()) if (former !== agreementId) world.accounts.delete(former);
      const other = world.accounts.get(agreementId);
      // An agreement has one organization: whoever links before the other one is free is turned away.
      if (other !== undefined && other !== organizationId)
        return { type: 'stepFailed', stuck: troubleAt(step, { type: 'organizationTaken', detail: '' }) };
      world.accounts.set(agreementId, organizationId);
      return { type: 'organizationLinked', organizationId, revision };
    }
    case 'unlinkOrganization':
      for (const [agreementId, organizationId] of world.accounts)
        if (organizationId === step.link.organizationId) world.accounts.delete(agreementId);
      return { type: 'organizationUnlinked', ...step.link };
    case 'tellProduct':
      return hear(world, step);
    default:
      throw new Error(`${step.name} is due after the sale`);
  }
}

function hear({ granted, heard }: World, step: StepOf<'tellProduct'>): SystemEvent {
  const { organizationId } = step.link;
  const message = `${step.event} ${organizationId}`;
  const known = heard.get(step.key);
  expect(known ?? message).toBe(message);
  heard.set(step.key, message);
  if (!known && step.event === 'organization.unlinked') granted.delete(organizationId);
  if (!known && step.event !== 'organization.unlinked') granted.add(organizationId);
  // Never two organizations for what was paid once.
  expect(granted.size).toBeLessThanOrEqual(1);
  return { type: 'productTold', organizationId, revision: step.revision, configured: true };
}

/** Nothing is in the way any more: support tries again what is stuck, and everything that is due is done. */
function settle(world: World): void {
  // AWS tells of the renewal that it has announced, and of its license.
  const isRenewed = () =>
    world.deal.agreement?.status === 'RENEWED' || world.deal.formerAgreements.length > 0;
  for (const news of [renewal, itsLicense]) if (isRenewed()) says('aws', news).make(world);
  for (let turn = 0; turn < 100; turn++) {
    // A license that AWS has taken is only asked for again and again.
    const isHeld = world.deal.stuck.some(({ reason }) => reason !== 'licenseTaken');
    if (!world.deal.closed && isHeld) says('support', { type: 'retryStep' }).make(world);
    begin(world);
    if (world.running.size === 0) return;
    for (const [lane, running] of [...world.running]) finish(world, lane, running);
  }
  throw new Error('it never comes to rest');
}

it.each([
  ['being linked', chosen],
  ['linked', active],
] as const)(
  'whatever happens to a purchase that is %s, in the end accounts and product know the organization that the deal knows',
  (_how, deal) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), history => {
        const world: World = {
          deal: deal(),
          running: new Map(),
          accounts: new Map(deal === active ? [['agmt-1', 'o1']] : []),
          granted: new Set(deal === active ? ['o1'] : []),
          heard: new Map(),
        };
        for (const each of history) {
          begin(world);
          each.make(world);
        }
        settle(world);
        const { link, stuck } = world.deal;
        // A closed deal takes no more steps of staff, so what failed in it stays.
        if (stuck.length > 0) return;
        const linked = link && !isOver(world.deal) ? [link.organizationId] : [];
        expect([...world.accounts.values()]).toEqual(linked);
        expect([...world.granted]).toEqual(linked);
        expect(world.deal.endingLinks).toEqual([]);
      }),
      runs(500),
    );
  },
);
