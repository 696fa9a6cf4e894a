import { expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { given, offered, when } from '../../support/story.ts';
import { mailed } from '../acceptance/after-sale.ts';

const minutes = (from: string, count: number) => new Date(Date.parse(from) + count * 60_000).toISOString();
const seen = (deal: Deal, at: string) => when(deal, 'buyer', { type: 'offerSeen' }, at).deal;
const isUnread = (deal: Deal) => deadlines(deal).some(({ kind }) => kind === 'offerUnread');
const sent = mailed(offered());
const begin = sent.updatedAt;

it.each([-0.001, 0, 1, 4.9])(
  'an opening %s minutes after the mail was noted is perhaps a scanner’s, and says nothing of the buyer',
  after => {
    const at = minutes(begin, after);
    const deal = seen(sent, at);
    expect(deal.offers[0]).toMatchObject({ scannedAt: at });
    expect([deal.offers[0]?.seenAt, deal.buyerActedAt, isUnread(deal)]).toEqual([undefined, undefined, true]);
  },
);

it.each([5, 60, 3000])('an opening %s minutes after the mail is the buyer’s, also after a scanner', after => {
  const at = minutes(begin, after);
  for (const deal of [seen(sent, at), seen(seen(sent, begin), at)])
    expect([deal.offers[0]?.seenAt, deal.buyerActedAt, isUnread(deal)]).toEqual([at, at, false]);
});

it('every mail to the buyer brings its scanner again', () => {
  const later = minutes(begin, 600);
  const mail = { ...sent.mails[0], key: '99:offerExpiring:0' };
  const reader = { to: 'person', name: 'Taro', email: 'taro@aozora.example', language: 'ja' } as const;
  const waiting: Deal = { ...sent, mails: [{ ...mail, template: 'offerExpiring', reader }] };
  const reminded = given(waiting, ['system', { type: 'mailsSent', keys: [mail.key] }, later]);
  expect(seen(reminded, minutes(later, 2)).offers[0]?.seenAt).toBeUndefined();
});

it('what the buyer does within minutes counts as his all the same', () => {
  const at = minutes(begin, 1);
  const deal = when(sent, 'buyer', { type: 'askForChange', message: 'x' }, at).deal;
  expect([deal.buyerActedAt, isUnread(deal)]).toEqual([at, false]);
});
