import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { allowedCommands } from '../../../deal/decider.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { isFinished, stepsDue } from '../../../deal/steps.ts';
import { trouble, troubleAt } from '../../../deal/stuck.ts';
import { dayAfter } from '../../support/samples.ts';
import {
  acceptedAsAgreed,
  actors,
  agreement,
  arrival,
  choice,
  done,
  given,
  license,
  offered,
  opened,
  proposal,
  start,
  when,
} from '../../support/story.ts';

/** The step of this name fails for good. */
function fails(deal: Deal, name: string, type?: string): Deal {
  const step = stepsDue(deal).find(each => each.name === name);
  if (!step) throw new Error(`${name} is not due`);
  return given(deal, { type: 'stepFailed', stuck: troubleAt(step, { type, detail: 'no' }) });
}
const reason = 'Done by phone, see ticket 4711.';
const solve = (deal: Deal, index = 0) =>
  when(deal, 'support', { type: 'markSolved', step: deal.stuck[index]?.step ?? '', reason });

const entitlements = [{ dimension: 'committed_spend', value: '1' }];
const bought = () =>
  given(offered(), ['aws', agreement], acceptedAsAgreed, ['aws', license], ['buyer', arrival]);
const linked = () =>
  given(
    given(bought(), ['buyer', choice]),
    { type: 'entitlementsRead', revision: 0, entitlements },
    { type: 'organizationLinked', organizationId: 'o1', revision: 0 },
  );
const active = () =>
  given(linked(), { type: 'productTold', organizationId: 'o1', revision: 0, configured: true });
const withoutMails = (deal: Deal) =>
  given(deal, { type: 'mailsSent', keys: deal.mails.map(({ key }) => key) });
/** The agreement is over, and the product never hears of it. */
function unheard(): Deal {
  const ended = given(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
  const { revision } = ended;
  const unlinked = given(ended, { type: 'organizationUnlinked', organizationId: 'o1', revision });
  return withoutMails(fails(unlinked, 'tellProduct'));
}

describe('a deal that is closed while something is stuck', () => {
  it('is not finished, and its owner is reminded, until a try has done it', () => {
    const stuck = unheard();
    expect([stuck.stage, isFinished(stuck), deadlines(stuck).map(({ kind }) => kind)]).toEqual([
      'ended',
      false,
      ['stuckReminder'],
    ]);
    const again = given(stuck, ['support', { type: 'retryStep' }]);
    expect(stepsDue(again).map(({ name }) => name)).toEqual(['tellProduct']);
    const { revision } = again;
    const told = given(again, { type: 'productTold', organizationId: 'o1', revision, configured: true });
    expect([told.stuck, stepsDue(told), deadlines(told)]).toEqual([[], [], []]);
    expect(isFinished(told)).toBe(true);
  });

  it('is finished once a person says what he has done', () => {
    const { deal, refused } = solve(unheard());
    expect([refused, deal.stuck, stepsDue(deal), isFinished(deal)]).toEqual([undefined, [], [], true]);
  });

  it('offers what cures it and a note, and nothing else; without trouble it offers nothing', () => {
    const allowed = (deal: Deal) => allowedCommands(deal, actors.support as never);
    const over = solve(unheard()).deal;
    const more = allowed(unheard()).filter(type => !allowed(over).includes(type));
    expect(more).toEqual(['assignOwner', 'addNote', 'retryStep', 'markSolved', 'changeContact']);
    expect(when(over, 'support', { type: 'addNote', text: 'x' }).refused).toBe('dealClosed');
    expect(when(unheard(), 'sales', { type: 'closeDeal', reason: 'x' }).refused).toBe('dealClosed');
  });
});

describe('what a person marks as solved', () => {
  it('is the product’s news: the deal is active, and its people have the confirmation', () => {
    const { deal } = solve(fails(linked(), 'tellProduct'));
    expect([deal.stage, deal.stuck]).toEqual(['active', []]);
    expect(deal.mails.map(({ template }) => template)).toContain('confirmation');
  });

  it('is a withdrawal that somebody has made in AWS: the deal ends, and the buyer hears of it', () => {
    const failed = fails(
      given(offered(), ['sales', { type: 'withdrawOffer', reason: 'x' }]),
      'startChangeSet',
    );
    const { deal } = solve(failed);
    expect([deal.stage, deal.offers[0]?.state, deal.stuck]).toEqual(['withdrawn', 'withdrawn', []]);
    expect(deal.mails.map(({ template }) => template)).toContain('offerWithdrawn');
  });

  it('is an extension that somebody has made in AWS', () => {
    const expiresOn = dayAfter(start, 45);
    const failed = fails(given(offered(), ['sales', { type: 'extendOffer', expiresOn }]), 'startChangeSet');
    const { deal } = solve(failed);
    expect([deal.offers[0]?.expiresOn, deal.changeSet, deal.stuck]).toEqual([expiresOn, undefined, []]);
    expect(deal.mails.map(({ template }) => template)).toContain('offerExtended');
  });

  it('is a mail whose reader was told otherwise: it is never sent', () => {
    const failed = fails(offered(), 'sendMails');
    const { deal } = solve(failed);
    expect([deal.stuck, deal.mails.length < failed.mails.length]).toEqual([[], true]);
  });

  it('is the purchase of another account, for which no deal is opened then', () => {
    const other = { ...agreement, agreementId: 'agmt-2', awsAccountId: '444455556666' };
    const { deal } = solve(fails(given(bought(), ['aws', other]), 'openSecondDeal'));
    expect(stepsDue(deal).map(({ name }) => name)).not.toContain('openSecondDeal');
    expect(when(deal, 'aws', other).refused).toBe('otherAgreement');
  });

  it.each<[string, () => Deal]>([
    ['a new offer', () => fails(given(opened(), proposal(), done()), 'startChangeSet')],
    ['what was accepted', () => fails(given(offered(), ['aws', agreement]), 'readAgreement')],
    ['what is granted', () => fails(given(bought(), ['buyer', choice]), 'readEntitlements')],
    [
      'an organization that is taken',
      () =>
        fails(
          given(bought(), ['buyer', choice], {
            type: 'entitlementsRead',
            revision: 0,
            entitlements,
          }),
          'linkOrganization',
          'organizationTaken',
        ),
    ],
    [
      'a difference that nobody agreed to',
      () =>
        given(offered(), ['aws', agreement], {
          ...acceptedAsAgreed,
          accepted: { ...acceptedAsAgreed.accepted, total: '1.00' },
        }),
    ],
    [
      'what the workflow itself does not know',
      () => ({
        ...offered(),
        stuck: [{ ...trouble({ step: 'engine', reason: 'engine' }), since: offered().updatedAt }],
      }),
    ],
  ])('is not %s: only AWS, or another cure, can tell', (_what, stuck) => {
    const deal = stuck();
    expect([
      solve(deal).refused,
      allowedCommands(deal, actors.support as never).includes('markSolved'),
    ]).toEqual(['notByHand', false]);
  });

  it('is for sales and support, and only what is stuck', () => {
    const deal = unheard();
    expect(
      when(deal, 'approver', { type: 'markSolved', step: deal.stuck[0]?.step ?? '', reason }).refused,
    ).toBe('notYours');
    expect(when(deal, 'support', { type: 'markSolved', step: 'setUp', reason }).refused).toBe('nothingStuck');
    expect(when(deal, 'support', { type: 'markSolved', step: 'setUp', reason: ' ' }).refused).toBe(
      'fieldsInvalid',
    );
  });
});
