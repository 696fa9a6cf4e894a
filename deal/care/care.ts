import { isTimeZone } from '../contract/person-limits.ts';
import type { Deal } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import { hasBounced } from '../mails/chapter.ts';
import { changeSetFailed, nextChangeSet, withoutUselessChange } from '../offer/change-set.ts';
import { withoutLooseOffers } from '../offer/offers.ts';
import type { Refusal } from '../refusals.ts';
import { deadlines, isReminder, madeGoodBy } from '../reminders/deadlines.ts';
import type { Rules } from '../rules.ts';
import { openStages } from '../stages.ts';

type Commands = 'assignOwner' | 'addNote' | 'sendReminderNow' | 'skipReminder' | 'retryStep';

/** What staff do beside the story: own, note, hurry, cure. */
export const careRules: Rules<Commands> = {
  assignOwner: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ command: { timeZone } }) =>
      timeZone === undefined || isTimeZone(timeZone)
        ? undefined
        : { code: 'fieldsInvalid', fields: [{ pointer: '/timeZone', code: 'unknownTimeZone' }] },
  },
  addNote: { who: ['sales', 'approver', 'support'], stages: openStages },
  sendReminderNow: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) => notPlanned(deal, command.key),
  },
  skipReminder: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) => notPlanned(deal, command.key),
  },
  retryStep: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) =>
      stuckAt(deal, command.step).length > 0 ? undefined : { code: 'nothingStuck' },
  },
};

function notPlanned(deal: Deal, key: string): Refusal | undefined {
  const planned = deadlines(deal).some(deadline => deadline.key === key && isReminder(deadline));
  return planned ? undefined : { code: 'unknownReminder' };
}

/** Without a step: all that is stuck. */
function stuckAt(deal: Deal, step: string | undefined) {
  return deal.stuck.filter(each => step === undefined || each.step === step);
}

export const careEvolution: Evolution<Commands | 'stepFailed' | 'mailsSent'> = {
  assignOwner: (deal, { owner, timeZone }) => {
    const { ownerTimeZone: _former, ...rest } = deal;
    return { ...rest, owner, ...(timeZone && { ownerTimeZone: timeZone }) };
  },
  addNote: (deal, _note, { at, by }) =>
    by.kind === 'staff' ? { ...deal, answeredAt: deal.answeredAt ?? at } : deal,
  sendReminderNow: (deal, { key }, { at }) => ({
    ...deal,
    passed: [...deal.passed, ...madeGoodBy(deal, { key, at })],
  }),
  skipReminder: (deal, { key }) => ({ ...deal, passed: [...deal.passed, key] }),

  retryStep: (deal, { step }) => {
    const cured = stuckAt(deal, step);
    const stuck = deal.stuck.filter(each => !cured.includes(each));
    const refused =
      deal.changeSet && changeSetFailed(deal) && cured.some(each => each.reason === 'changeSetFailed');
    return {
      ...deal,
      stuck,
      ...(refused && deal.changeSet ? nextChangeSet({ ...deal, stuck }, deal.changeSet) : {}),
    };
  },

  stepFailed: (deal, { stuck }, { at }) =>
    withoutLooseOffers(
      withoutUselessChange({
        ...deal,
        stuck: [...deal.stuck.filter(each => each.step !== stuck.step), { ...stuck, since: at }],
      }),
    ),
  // One that has come back already waits for a person, although the server had taken it.
  mailsSent: (deal, { keys }) => ({
    ...deal,
    mails: deal.mails.filter(mail => !keys.includes(mail.key) || hasBounced(deal, mail)),
  }),
};
