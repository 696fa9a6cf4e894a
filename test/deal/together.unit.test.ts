import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommandBody } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import type { SystemEvent } from '../../deal/events.ts';
import { needsOf } from '../../deal/needs.ts';
import { deadlines, passedDeadlines } from '../../deal/reminders/plan.ts';
import { isClosed } from '../../deal/stages.ts';
import { type Step, stepsDue } from '../../deal/steps.ts';
import { troubleAt } from '../../deal/stuck.ts';
import { runs } from '../support/runs.ts';
import { dayAfter, sampleTerms } from '../support/samples.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  agreement,
  arrival,
  choice,
  given,
  license,
  move,
  offered,
  start,
  when,
} from '../support/story.ts';

/** A deal, and what its workflow has begun and not ended. */
interface Played {
  deal: Deal;
  running: Step[];
}
type Move = { name: string; make: (played: Played) => Deal };

const say = (by: ActorName, body: CommandBody): Move => ({
  name: `${body.type} ${'status' in body ? body.status : ''}`,
  make: ({ deal }) => when(deal, by, body).deal,
});
const renewal = {
  ...agreement,
  agreementId: 'agmt-2',
  intent: 'RENEW',
  previousAgreementId: 'agmt-1',
} as const;
const second = { ...agreement, agreementId: 'agmt-9', awsAccountId: '999900001111' } as const;

const moves: Move[] = [
  say('aws', agreement),
  say('aws', { ...agreement, intent: 'AMEND' }),
  say('aws', { ...agreement, status: 'CANCELLED' }),
  say('aws', { ...agreement, status: 'ROLLED_BACK' }),
  say('aws', { ...agreement, status: 'RENEWED' }),
  say('aws', renewal),
  say('aws', second),
  say('aws', license),
  say('aws', { ...license, status: 'deprovisioned' }),
  say('aws', { ...license, agreementId: 'agmt-2', licenseArn: 'arn:aws:license-manager::1:license:l-2' }),
  say('aws', { type: 'offerEvent', status: 'ListEntities', offerId: 'offer-one', expiresOn: '2027-01-01' }),
  say('buyer', arrival),
  say('buyer', choice),
  say('support', { ...move, organizationId: 'o2' }),
  say('support', { type: 'endLink', reason: 'x' }),
  say('support', { type: 'retryStep' }),
  say('sales', { type: 'proposeTerms', terms: sampleTerms(start, { durationMonths: 48 }) }),
  say('sales', { type: 'markNegotiationDone', version: 1 }),
  say('sales', { type: 'markNegotiationDone', version: 2 }),
  say('sales', { type: 'extendOffer', expiresOn: dayAfter(start, 40) }),
  say('sales', { type: 'withdrawOffer', reason: 'x' }),
  { name: 'time passes', make: ({ deal }) => passed(deal) },
  ...(['done', 'fails', 'serverFault'] as const).flatMap(how =>
    [0, -1].map(which => ({
      name: `step ${which} ${how}`,
      make: (played: Played) => ended(played, which, how),
    })),
  ),
];

function passed(deal: Deal): Deal {
  const next = deadlines(deal)[0]?.at;
  const all = next === undefined ? [] : passedDeadlines(deal, next);
  return all.reduce<Deal>(
    (before, each) => given(before, ['system', { type: 'deadlinePassed', ...each }, next]),
    deal,
  );
}

function ended({ deal, running }: Played, which: number, how: 'done' | 'fails' | 'serverFault'): Deal {
  const step = running.at(which);
  if (!step) return deal;
  running.splice(running.indexOf(step), 1);
  const isChange = step.name === 'startChangeSet' || step.name === 'followChangeSet';
  if (how === 'done') return given(deal, outcome(step, deal));
  const type = how === 'serverFault' && isChange ? 'serverFault' : undefined;
  return given(deal, { type: 'stepFailed', stuck: troubleAt(step, { detail: 'x', ...(type && { type }) }) });
}

function outcome(step: Step, { revision, changeSetAttempts }: Deal): SystemEvent {
  switch (step.name) {
    case 'startChangeSet':
      return {
        type: 'changeSetStarted',
        name: step.changeSet.name,
        changeSetId: `cs-${step.changeSet.name}`,
      };
    case 'followChangeSet': {
      const { name, changeSetId, offerId = `offer-${changeSetAttempts}` } = step.changeSet;
      return { type: 'changeSetSucceeded', name, changeSetId, offerId };
    }
    case 'openSecondDeal':
      return { type: 'secondDealOpened', agreementId: step.purchase.notice.agreementId, dealId: 'd9' };
    case 'readAgreement':
      return { ...acceptedAsAgreed, agreementId: step.agreementId };
    case 'readEntitlements':
      return { type: 'entitlementsRead', revision, entitlements: [] };
    case 'linkOrganization':
      return { type: 'organizationLinked', organizationId: step.link.organizationId, revision };
    case 'unlinkOrganization':
      return { type: 'organizationUnlinked', ...step.link };
    case 'tellProduct':
      return {
        type: 'productTold',
        organizationId: step.link.organizationId,
        revision: step.revision,
        configured: true,
      };
    case 'sendMails':
      return { type: 'mailsSent', keys: step.mails.map(({ key }) => key) };
  }
}

/** What must hold after every entry, whatever came before. */
function check(before: Deal, after: Deal): void {
  if (isClosed(before)) expect(after.stage).toBe(before.stage);
  if (isClosed(after)) {
    expect(needsOf(after).filter(({ kind }) => kind !== 'cure')).toEqual([]);
    // What is stuck would be due if it were not.
    const due = stepsDue({ ...after, stuck: [] }).map(({ key }) => key as string);
    expect(due).toEqual(expect.arrayContaining(after.stuck.map(({ step }) => step)));
  }
  const wanted = after.changeSet?.name !== before.changeSet?.name && after.changeSet?.purpose;
  if (after.agreement && before.agreement && wanted) expect(wanted).toBe('withdraw');
  const fresh = after.mails.filter(({ key }) => key.startsWith(`${after.seq}:`));
  const said = fresh.map(({ template, reader, about }) => JSON.stringify([template, reader, about]));
  expect(new Set(said).size).toBe(said.length);
}

/** Who has heard that the payment failed, as often as he has. */
const unpaidTold = ({ mails }: Deal, before: Deal) =>
  mails
    .filter(mail => mail.template === 'paymentFailed' && !before.mails.includes(mail))
    .map(({ reader }) => JSON.stringify(reader));

/** Somebody or something goes on with a purchase that is paid for and not served, unless support has ended its link. */
function checkWaiting(deal: Deal): void {
  const { agreement: paid, unlinked, stage, stuck } = deal;
  if (paid?.status !== 'ACTIVE' || unlinked || isClosed(deal) || stage === 'active') return;
  const waited = deadlines(deal).filter(({ kind }) => kind !== 'termEnds');
  expect(stuck.length + stepsDue(deal).length + waited.length).toBeGreaterThan(0);
}

it('whatever AWS, people, time and failures bring together, nothing is forgotten, begun again or told twice', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 60 }), history => {
      const played: Played = { deal: offered(), running: [] };
      const told: string[] = [];
      for (const each of history) {
        for (const step of stepsDue(played.deal))
          if (!played.running.some(({ key }) => key === step.key)) played.running.push(step);
        const before = played.deal;
        played.deal = each.make(played);
        check(before, played.deal);
        checkWaiting(played.deal);
        told.push(...unpaidTold(played.deal, before));
      }
      // Contact, signer and owner, once each.
      const isUnpaid = played.deal.agreement?.status === 'ROLLED_BACK';
      expect(told.length > 0).toBe(isUnpaid);
      expect(new Set(told).size).toBe(told.length);
    }),
    runs(500),
  );
});
