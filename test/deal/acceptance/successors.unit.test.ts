import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { isMoveHeld, stepsDue } from '../../../deal/steps.ts';
import { acceptedAsAgreed, agreement, given, license, move, offered, when } from '../../support/story.ts';
import { active } from './after-sale.ts';

const renewal = {
  ...agreement,
  agreementId: 'agmt-2',
  intent: 'RENEW',
  previousAgreementId: 'agmt-1',
  startsAt: agreement.endsAt,
  endsAt: '2029-01-05T00:00:00.000Z',
} as const satisfies CommandBody;
const takenBack = { ...license, status: 'deprovisioned' } as const satisfies CommandBody;
const names = (deal: Deal) => stepsDue(deal).map(step => step.name);
const ofLinks = (name: string) => ['linkOrganization', 'unlinkOrganization', 'tellProduct'].includes(name);
const templates = (deal: Deal) => deal.mails.map(mail => mail.template);

describe('an agreement that another one follows', () => {
  it.each(['RENEWED', 'REPLACED'] as const)(
    'that is %s loses its license, and nobody loses his access: the next one is on its way',
    status => {
      const waiting = given(active(), ['aws', { ...agreement, status }], ['aws', takenBack]);
      expect(names(waiting)).toEqual([]);
      expect(templates(waiting)).not.toContain('accessEnded');
      const followed = given(waiting, ['aws', renewal]);
      expect([followed.stage, followed.agreement?.agreementId]).toEqual(['active', 'agmt-2']);
      expect(names(followed)).not.toContain('unlinkOrganization');
    },
  );

  it('ends the access all the same when it is cancelled', () => {
    const over = given(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
    expect(templates(over)).toContain('accessEnded');
  });

  describe.each(['RENEWED', 'REPLACED'] as const)(
    'and that is %s, while AWS tells of no other one,',
    status => {
      const followed = () => given(active(), ['aws', { ...agreement, status }]);
      const moved = () => given(followed(), ['support', { ...move, organizationId: 'o2' }]);

      it('leaves the organization its access until the one that it is moved to can have it', () => {
        expect([names(moved()).filter(ofLinks), isMoveHeld(moved())]).toEqual([[], true]);
        const named = given(moved(), ['aws', renewal], { ...acceptedAsAgreed, agreementId: 'agmt-2' });
        expect(names(named).filter(ofLinks)).toEqual([]);
        const licensed = given(named, ['aws', { ...license, agreementId: 'agmt-2', licenseArn: 'arn:two' }]);
        expect(names(licensed).filter(ofLinks)).toEqual(['unlinkOrganization']);
      });

      it('takes the access at once where support ends the link, or the purchase is over', () => {
        const unlinked = given(moved(), ['support', { type: 'endLink', reason: 'A wrong one.' }]);
        const over = given(moved(), ['aws', renewal], ['aws', { ...renewal, status: 'CANCELLED' }]);
        for (const deal of [unlinked, over])
          expect(names(deal).filter(ofLinks)).toContain('unlinkOrganization');
      });

      it('is told to the owner when no license comes', () => {
        const since = followed().agreement?.followedAt ?? '';
        const overdue = deadlines(followed()).find(({ kind }) => kind === 'activationOverdue');
        expect(Date.parse(overdue?.at ?? '')).toBeGreaterThan(Date.parse(since));
        const again = given(followed(), ['aws', { ...agreement, status, endsAt: renewal.endsAt }]);
        expect(again.agreement?.followedAt).toBe(since);
      });
    },
  );

  it('alarms nobody about the license of a term that has not begun', () => {
    const renewed = given(active(), ['aws', { ...agreement, status: 'RENEWED' }], ['aws', renewal]);
    const overdue = deadlines(renewed).find(each => each.kind === 'activationOverdue');
    expect(Date.parse(overdue?.at ?? '')).toBeGreaterThan(Date.parse(renewal.startsAt));
  });

  it('may be told of after the one that replaced it', () => {
    const replacement = {
      ...agreement,
      agreementId: 'agmt-2',
      offerId: 'offer-two',
      intent: 'REPLACE',
    } as const;
    const early = given(offered(), ['aws', replacement]);
    const late = given(early, ['aws', agreement], ['aws', license]);
    expect([late.agreement?.agreementId, late.formerAgreements]).toEqual(['agmt-2', ['agmt-1']]);
    expect(late.license).toBeUndefined();
    const known = given(late, ['aws', { ...agreement, status: 'REPLACED' }], ['aws', takenBack]);
    expect([known.stage, known.closed]).toEqual(['accepted', undefined]);
    const foreign = { ...agreement, agreementId: 'agmt-9', offerId: 'offer-nine' };
    expect(when(late, 'aws', foreign).refused).toBe('otherAgreement');
  });
});

describe('the dates of an agreement', () => {
  it('are those that AWS answers, although an older event came last', () => {
    const endsAt = '2028-01-06T00:00:00.000Z';
    const stale = given(offered(), ['aws', { ...agreement, intent: 'AMEND', endsAt }], ['aws', agreement]);
    const accepted = { ...acceptedAsAgreed.accepted, endsAt };
    expect(given(stale, { ...acceptedAsAgreed, accepted }).agreement?.endsAt).toBe(endsAt);
  });
});
