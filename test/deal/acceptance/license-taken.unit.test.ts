import { describe, expect, it } from '@jest/globals';
import { buyerStatus } from '../../../api/buyers/status.ts';
import type { AgreementStatus } from '../../../deal/acceptance/agreement-status.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { acceptedAsAgreed, agreement, given, license } from '../../support/story.ts';
import { active } from './after-sale.ts';

const taken = () => given(active(), ['aws', { ...license, status: 'deprovisioned' }]);
const read = (status: AgreementStatus) =>
  given(taken(), { ...acceptedAsAgreed, accepted: { ...acceptedAsAgreed.accepted, status } });
const names = (deal: ReturnType<typeof taken>) => stepsDue(deal).map(({ name }) => name);

describe('a license that AWS has taken, without a word of the agreement', () => {
  it('is no access any more, and the agreement is looked up', () => {
    expect(taken().stage).not.toBe('active');
    expect(names(taken())).toEqual(expect.arrayContaining(['unlinkOrganization', 'readAgreement']));
    expect(buyerStatus(taken(), taken().updatedAt)).toBe('accessEnded');
  });

  it.each(['CANCELLED', 'EXPIRED', 'TERMINATED', 'ROLLED_BACK', 'ARCHIVED'] as const)(
    'ends the deal when AWS says %s',
    status => {
      const ended = read(status);
      expect([ended.stage, ended.closed?.reason, ended.agreement?.status]).toEqual(['ended', status, status]);
      expect(ended.stuck).toEqual([]);
    },
  );

  it('waits for a person while AWS says that the agreement runs, until there is a license again', () => {
    const stuck = read('ACTIVE');
    expect(stuck.stuck.map(({ reason, cure }) => [reason, cure])).toEqual([['licenseTaken', 'askAws']]);
    expect(names(stuck)).not.toContain('readAgreement');
    const again = given(stuck, ['aws', license]);
    expect([again.stage, again.stuck]).toEqual(['active', []]);
    expect(names(again)).toContain('readEntitlements');
  });

  it('ends the deal when its end is told after all, once', () => {
    const over = { ...agreement, status: 'CANCELLED' } as const;
    const ended = given(read('ACTIVE'), ['aws', over]);
    expect(ended.stage).toBe('ended');
    const told = ended.mails.filter(({ template }) => template === 'accessEnded');
    expect(new Set(told.map(({ reader }) => JSON.stringify(reader))).size).toBe(told.length);
  });

  it('is the usual end of a former one where another agreement follows', () => {
    const renewed = given(active(), ['aws', { ...agreement, status: 'RENEWED' }]);
    const after = given(renewed, ['aws', { ...license, status: 'deprovisioned' }]);
    expect([after.stage, names(after)]).toEqual(['active', []]);
  });
});
