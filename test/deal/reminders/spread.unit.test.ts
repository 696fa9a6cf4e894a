import { describe, expect, it } from '@jest/globals';
import { minute } from '../../../deal/calendar/moments.ts';
import { dealDecider } from '../../../deal/decider.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { sampleInquiry } from '../../support/samples.ts';
import { agreement, changeSetDone, done, given, policy, proposal, start } from '../../support/story.ts';

/** A Friday, so that the chase after 24 hours is moved to Monday morning. */
const accepted = '2027-01-08T02:00:00.000Z';
const monday = Date.parse('2027-01-11T00:00:00.000Z');

/** When the buyer of a deal is chased on the Monday after he has accepted, in minutes after his nine o'clock. */
function chasedAt(dealId: string, spreadMinutes: number): number {
  const plan = { ...policy, spreadMinutes, chaseAfterHours: [24] };
  const inquiry = sampleInquiry();
  const deal = dealDecider.initial({ dealId, at: start, inquiry, policy: plan });
  const offered = changeSetDone(
    given(deal, { type: 'inquiryReceived', inquiry, policy: plan }, proposal(), done()),
  );
  const paid = given(offered, ['aws', { ...agreement, acceptedAt: accepted }, accepted]);
  const chase = deadlines(paid).find(({ at, kind }) => kind === 'chaseSetUp' && Date.parse(at) >= monday);
  return (Date.parse(chase?.at ?? '') - monday) / minute;
}

/** When an inquiry of that Saturday is said to wait, in minutes after Monday's nine o'clock. */
function saidToWaitAt(dealId: string, spreadMinutes: number): number {
  const plan = { ...policy, spreadMinutes, answerWithinHours: 4 };
  const inquiry = sampleInquiry();
  const at = '2027-01-09T05:00:00.000Z';
  const deal = dealDecider.initial({ dealId, at, inquiry, policy: plan });
  const due = deadlines(deal).find(({ kind }) => kind === 'answerDue');
  return (Date.parse(due?.at ?? '') - monday) / minute;
}

const ids = Array.from({ length: 200 }, (_, index) => `deal${index * 7919}`);

describe.each([
  { of: 'for nine o’clock', minutesOf: chasedAt, from: 0 },
  { of: 'of what came over a weekend', minutesOf: saidToWaitAt, from: 4 * 60 },
])('ten thousand reminders $of', ({ minutesOf, from }) => {
  it('come all at once where nothing is spread', () => {
    expect(new Set(ids.map(id => minutesOf(id, 0)))).toEqual(new Set([from]));
  });

  it('come evenly over the minutes of the setting, each deal always at its own moment', () => {
    const minutes = ids.map(id => minutesOf(id, 20) - from);
    expect(ids.map(id => minutesOf(id, 20) - from)).toEqual(minutes);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...minutes)).toBeLessThan(20);
    const inEach = [0, 5, 10, 15].map(
      begin => minutes.filter(each => each >= begin && each < begin + 5).length,
    );
    for (const count of inEach) expect(count).toBeGreaterThan(25);
  });
});
