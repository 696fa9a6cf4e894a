import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommandBody } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import { allowedCommands } from '../../deal/decider.ts';
import { readerOf } from '../../deal/mails/mails.ts';
import { deadlines, passedDeadlines } from '../../deal/reminders/plan.ts';
import { stages } from '../../deal/stages.ts';
import { stepsDue } from '../../deal/steps.ts';
import { runs } from '../support/runs.ts';
import { dayAfter, sampleTerms } from '../support/samples.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  actors,
  agreement,
  arrival,
  changeSetDone,
  changeSetFails,
  choice,
  given,
  license,
  move,
  opened,
  start,
  when,
} from '../support/story.ts';

type Move = { name: string; make: (deal: Deal) => Deal };

const ask = (by: ActorName, body: (deal: Deal) => CommandBody): Move => ({
  name: body(opened()).type,
  make: deal => when(deal, by, body(deal)).deal,
});
const say = (by: ActorName, body: CommandBody) => ask(by, () => body);

const jiro = {
  name: 'Jiro Ito',
  email: 'jiro@aozora.example',
  language: 'ja',
  timeZone: 'Asia/Tokyo',
} as const;
const anyMail = { key: '0:inquiryReceived:0', template: 'inquiryReceived', reader: readerOf(jiro) } as const;

/** The fields of every command at once. */
const anything = {
  terms: sampleTerms(start),
  version: 1,
  expiresOn: dayAfter(start, 60),
  reason: 'x',
  owner: 'x',
  text: 'x',
  key: 'x',
  to: { name: 'x', email: 'x@x.example' },
  email: 'x@x.example',
  role: 'signer',
  person: { name: 'x', email: 'x@x.example', language: 'en', timeZone: 'UTC' },
  reminders: { remindDaysBefore: [5] },
  mail: { key: '1:offer:0', template: 'offer', reader: { to: 'owner' } },
  detail: 'x',
  organizationId: 'o2',
  organizationName: 'x',
  user: move.user,
  others: [],
};

/** Anything that anybody, AWS or time may do, whether it fits or not. */
const moves: Move[] = [
  say('sales', { type: 'proposeTerms', terms: sampleTerms(start) }),
  say('sales', { type: 'proposeTerms', terms: sampleTerms(start, { durationMonths: 48 }) }),
  ask('sales', deal => ({ type: 'markNegotiationDone', version: Math.max(1, deal.terms.length) })),
  ask('approver', deal => ({ type: 'approveOffer', version: Math.max(1, deal.terms.length) })),
  ask('approver', deal => ({ type: 'rejectOffer', version: Math.max(1, deal.terms.length), comment: 'no' })),
  say('sales', { type: 'extendOffer', expiresOn: dayAfter(start, 60) }),
  say('sales', { type: 'withdrawOffer', reason: 'x' }),
  say('buyer', { type: 'askForMoreTime', message: 'please' }),
  say('buyer', { type: 'declineOffer', reason: 'x' }),
  say('aws', agreement),
  say('aws', { ...agreement, agreementId: 'agmt-2' }),
  say('aws', { ...agreement, status: 'CANCELLED' }),
  say('aws', { ...agreement, agreementId: 'agmt-3', intent: 'RENEW', previousAgreementId: 'agmt-1' }),
  say('aws', license),
  say('aws', { ...license, status: 'deprovisioned' }),
  say('buyer', arrival),
  say('buyer', choice),
  say('support', move),
  say('support', { type: 'endLink', reason: 'x' }),
  say('support', { type: 'retryStep' }),
  say('sales', { type: 'closeDeal', reason: 'x' }),
  say('support', { type: 'addNote', text: 'x' }),
  say('buyer', { type: 'offerSeen' }),
  say('buyer', { type: 'stopReminders', email: 'taro@aozora.example' }),
  say('buyer', { type: 'resumeReminders', email: 'taro@aozora.example' }),
  say('sales', { type: 'changeContact', role: 'signer', person: jiro }),
  say('sales', { type: 'changeReminders', reminders: { remindDaysBefore: [10, 2], chaseAfterHours: [] } }),
  ask('support', deal => ({ type: 'resendMail', mail: deal.mails[0] ?? anyMail })),
  ask('system', deal => ({ type: 'mailBounced', mail: deal.mails[0] ?? anyMail, detail: '550 5.1.1' })),
  {
    name: 'change set done',
    make: deal => (deal.changeSet ? changeSetDone(deal, `offer-${deal.seq}`) : deal),
  },
  { name: 'change set fails', make: deal => (deal.changeSet ? changeSetFails(deal) : deal) },
  { name: 'step done', make: stepDone },
  { name: 'time passes', make: wake },
];

const of = ({ link: { organizationId } }: { link: { organizationId: string } }) => ({ organizationId });

function stepDone(deal: Deal): Deal {
  const step = stepsDue(deal).find(each => !each.name.endsWith('ChangeSet'));
  const { revision } = deal;
  switch (step?.name) {
    case 'readAgreement':
      return given(deal, { ...acceptedAsAgreed, agreementId: step.agreementId });
    case 'readEntitlements':
      return given(deal, { type: 'entitlementsRead', revision, entitlements: [] });
    case 'linkOrganization':
      return given(deal, { type: 'organizationLinked', ...of(step), revision });
    case 'unlinkOrganization':
      return given(deal, { type: 'organizationUnlinked', ...of(step), revision: step.link.revision });
    case 'tellProduct':
      return given(deal, { type: 'productTold', ...of(step), revision: step.revision, configured: true });
    case 'sendMails':
      return given(deal, { type: 'mailsSent', keys: step.mails.map(mail => mail.key) });
    default:
      return deal;
  }
}

function wake(deal: Deal): Deal {
  const at = deadlines(deal)[0]?.at;
  if (!at) return deal;
  return passedDeadlines(deal, at).reduce(
    (before, passed) => given(before, ['system', { type: 'deadlinePassed', ...passed }, at]),
    deal,
  );
}

const histories = fc.array(fc.constantFrom(...moves), { maxLength: 40 });

/** The deals of a history, one after each move. */
function playedThrough(history: Move[]): Deal[] {
  const deals = [opened()];
  for (const move of history) deals.push(move.make(deals.at(-1) as Deal));
  return deals;
}

function always(holds: (deals: Deal[]) => void) {
  fc.assert(
    fc.property(histories, history => holds(playedThrough(history))),
    runs(300),
  );
}

describe('whatever happens to a deal', () => {
  it('it is in a known stage, and a closed one never moves again', () => {
    always(deals => {
      for (const deal of deals) expect(stages).toContain(deal.stage);
      const closed = deals.findIndex(deal => deal.closed);
      if (closed >= 0) for (const deal of deals.slice(closed)) expect(deal.stage).toBe(deals[closed]?.stage);
    });
  });

  it('nothing is read, linked or told before the license event and a matching agreement', () => {
    always(deals => {
      for (const deal of deals) {
        const active = stepsDue(deal).some(step =>
          ['readEntitlements', 'linkOrganization'].includes(step.name),
        );
        if (active)
          expect(deal).toMatchObject({
            license: { agreementId: deal.agreement?.agreementId },
            agreement: { status: 'ACTIVE' },
          });
      }
    });
  });

  it('one thing at most is asked of the catalog at a time, each under a name of its own', () => {
    always(deals => {
      const steps = deals.map(deal =>
        stepsDue(deal).filter(step => step.name === 'startChangeSet' || step.name === 'followChangeSet'),
      );
      for (const due of steps) expect(due.length).toBeLessThanOrEqual(1);
      for (const deal of deals)
        expect(deal.offers.filter(offer => offer.state === 'released').length).toBeLessThanOrEqual(2);
    });
  });

  it('effects that are due have keys of their own, and so do mails over the whole life of the deal', () => {
    always(deals => {
      const mails = new Map<string, string>();
      for (const deal of deals) {
        const keys = stepsDue(deal).map(step => step.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const mail of deal.mails) {
          const text = JSON.stringify(mail);
          expect(mails.get(mail.key) ?? text).toBe(text);
          mails.set(mail.key, text);
        }
      }
    });
  });

  it('there is one confirmation at the most for each reader of a link', () => {
    always(deals => {
      const confirmations = new Set(
        deals.flatMap(deal =>
          deal.mails.filter(mail => mail.template === 'confirmation').map(mail => mail.key),
        ),
      );
      const links = new Set(
        deals.flatMap(({ link }) => link && `${link.organizationId} ${link.fromRevision}`),
      );
      links.delete(undefined);
      expect(confirmations.size).toBeLessThanOrEqual(2 * links.size);
    });
  });

  it('deadlines are in order, never met twice, and asking for them changes nothing', () => {
    always(deals => {
      for (const deal of deals) {
        const all = deadlines(deal);
        expect(all).toEqual(deadlines(structuredClone(deal)));
        expect(all.map(each => Date.parse(each.at))).toEqual(
          all.map(each => Date.parse(each.at)).sort((a, b) => a - b),
        );
        for (const { key } of all) expect(deal.passed).not.toContain(key);
        // Closed is not finished: what is stuck is still told, and AWS still asked.
        const left = deal.stuck.length > 0 ? ['stuckReminder', 'changeSetAgain'] : ['changeSetAgain'];
        if (deal.closed) expect(left).toEqual(expect.arrayContaining(all.map(({ kind }) => kind)));
      }
    });
  });

  it('a refused command changes nothing but the number of the entry', () => {
    always(deals => {
      const deal = deals.at(-1) as Deal;
      const { deal: having, refused } = when(deal, 'buyer', { type: 'closeDeal', reason: 'x' });
      expect(refused).toBe('notYours');
      expect({ ...having, seq: deal.seq, updatedAt: deal.updatedAt }).toEqual(deal);
    });
  });

  it('no button is shown that the rules of stage and role would refuse', () => {
    always(deals => {
      const deal = deals.at(-1) as Deal;
      const refusals = allowedCommands(deal, actors.sales as never).map(
        type => when(deal, 'sales', { ...anything, type } as CommandBody).refused,
      );
      for (const code of ['notNow', 'notYours', 'dealClosed']) expect(refusals).not.toContain(code);
    });
  });

  it('it survives being written as JSON', () => {
    always(deals => {
      for (const deal of deals)
        expect(JSON.parse(JSON.stringify(deal))).toEqual(JSON.parse(JSON.stringify(structuredClone(deal))));
    });
  });
});
