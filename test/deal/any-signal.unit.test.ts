import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommandBody } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import { allowedCommands, commandTypes } from '../../deal/decider.ts';
import { deadlines } from '../../deal/reminders/plan.ts';
import { reminderKeys } from '../../deal/reminders/reminder-limits.ts';
import { stepsDue } from '../../deal/steps.ts';
import { runs } from '../support/runs.ts';
import {
  type ActorName,
  actors,
  agreement,
  arrival,
  given,
  offered,
  opened,
  when,
} from '../support/story.ts';
import { active } from './acceptance/after-sale.ts';

const anything = fc.anything({ maxDepth: 2, withDate: false, withBigInt: false });
const names = [
  'email',
  'role',
  'person',
  'reminders',
  'mail',
  'detail',
  'owner',
  'timeZone',
  'key',
  'step',
  'message',
];
const reminders = fc.dictionary(
  fc.constantFrom(...reminderKeys),
  fc.oneof(anything, fc.array(fc.double(), { maxLength: 3 }), fc.double()),
);
const body = fc
  .tuple(fc.dictionary(fc.constantFrom(...names), anything), fc.option(reminders))
  .map(([fields, plan]) => (plan ? { ...fields, reminders: plan } : fields));
const signals = fc.array(
  fc.tuple(fc.constantFrom(...commandTypes), fc.constantFrom(...Object.keys(actors)), body),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const deals: Record<string, () => Deal> = {
  opened,
  offered,
  accepted: () => given(offered(), ['aws', agreement]),
  arrived: () => given(offered(), ['aws', agreement], ['buyer', arrival]),
  active: () => active(),
};

describe('a signal of any form, sent by hand', () => {
  it.each(Object.keys(deals))('never leaves a deal that is %s unable to plan and to go on', name => {
    fc.assert(
      fc.property(signals, sent => {
        let deal = deals[name]?.() as Deal;
        for (const [type, by, fields] of sent) {
          try {
            deal = when(
              deal,
              by as ActorName,
              JSON.parse(JSON.stringify({ ...fields, type })) as CommandBody,
            ).deal;
          } catch {
            // The ledger writes a refused entry for it.
          }
          expect(() => [
            deadlines(deal),
            stepsDue(deal),
            allowedCommands(deal, actors.sales as never),
          ]).not.toThrow();
        }
      }),
      runs(500),
    );
  });
});
