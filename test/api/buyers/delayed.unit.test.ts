import { expect, it } from '@jest/globals';
import { buyerStatus } from '../../../api/buyers/status.ts';
import { type StepName, stepKey, stepNames } from '../../../deal/keys.ts';
import { troubleAt } from '../../../deal/stuck.ts';
import { agreement, given, offered } from '../../support/story.ts';

const ours: readonly StepName[] = ['sendMails', 'startChangeSet', 'followChangeSet', 'openSecondDeal'];

it.each(stepNames)('a buyer who has accepted waits for us at %s only where his own set-up does', name => {
  const deal = given(offered(), ['aws', agreement]);
  for (const type of ['serverFault', 'accessDenied', undefined]) {
    const stuck = {
      ...troubleAt({ name, key: stepKey(name, 'x') }, { type, detail: '' }),
      since: deal.updatedAt,
    };
    const status = buyerStatus({ ...deal, stuck: [stuck] }, agreement.startsAt);
    expect(status).toBe(ours.includes(name) ? 'accepted' : 'delayed');
  }
});
