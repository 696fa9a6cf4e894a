import { expect, it } from '@jest/globals';
import { isSuperseded } from '../../../deal/mails/still-true.ts';
import { noticeKinds } from '../../../deal/term/notices.ts';
import { given, offered, when } from '../../support/story.ts';
import { active } from '../acceptance/after-sale.ts';

const notice = (about: (typeof noticeKinds)[number], agreementId = 'agmt-1') =>
  ({ type: 'awsNotice', agreementId, about, detail: 'in the words of AWS' }) as const;

it.each(noticeKinds)('%s is told to the owner of the deal, and to nobody else', about => {
  const before = active();
  const after = given(before, ['aws', notice(about)]);
  expect(after.mails.map(({ template, reader, about: of }) => [template, reader.to, of])).toEqual([
    ['awsNotice', 'owner', about],
  ]);
  expect([after.stage, after.stuck, after.awsNotices?.[0]?.about]).toEqual(['active', [], about]);
});

it('notices of several kinds do not replace one another, a later one of the same kind does', () => {
  const after = given(
    active(),
    ['aws', notice('adjustmentDone')],
    ['aws', notice('cancellationAsked')],
    ['aws', notice('adjustmentDone')],
  );
  expect(after.mails.map(mail => isSuperseded(after, mail))).toEqual([true, false, false]);
  expect(after.awsNotices).toHaveLength(2);
});

it('a notice of another agreement, or before there is one, is not the deal’s', () => {
  expect(when(active(), 'aws', notice('advisoryIssued', 'agmt-other')).refused).toBe('otherAgreement');
  expect(when(offered(), 'aws', notice('advisoryIssued')).refused).toBe('notNow');
  expect(when(active(), 'sales', notice('advisoryIssued')).refused).toBe('notYours');
});
