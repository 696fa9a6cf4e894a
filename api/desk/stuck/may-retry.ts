import { isDifference } from '../../../deal/care/cure.ts';
import { mayAsk } from '../../../deal/decider.ts';
import { retryWorth, type Stuck } from '../../../deal/stuck.ts';
import type { Trouble } from '../../service/stuck/find.ts';
import { actorOf, type StaffMember } from '../staff.ts';

/** Whether trying again does anything. What was not agreed is granted on the deal's page alone, where both sides are seen. */
export const isRetried = (stuck: Stuck): boolean =>
  retryWorth[stuck.cure] !== 'nothing' && !isDifference(stuck);

export const mayRetry = ({ stuck }: Pick<Trouble, 'stuck'>, staff: StaffMember): boolean =>
  isRetried(stuck) && mayAsk('retryStep', actorOf(staff));

export const maySolveByHand = ({ byHand }: Pick<Trouble, 'byHand'>, staff: StaffMember) =>
  byHand && mayAsk('markSolved', actorOf(staff));
