import { describe, expect, test } from '@jest/globals';
import { Figures } from '../../../../../api/desk/deal/facts/figures.tsx';
import { languages } from '../../../../../deal/people.ts';
import { messagesIn } from '../../../../../shared/i18n/messages.ts';
import { htmlOf } from '../../../ui/accessibility.ts';
import { deskContextIn } from '../../desk-views.ts';
import { samples } from '../../sample-deals.ts';

describe.each(languages)('the figures that an approver decides by, in %s', lang => {
  const { labels, values } = messagesIn(lang).mails;
  const [, story] = Object.entries(samples).find(([, { deal }]) => deal.stage === 'approving') ?? [];
  if (!story) throw new Error('no sample waits for an approver');
  const { deal } = story;

  test('make the limit plain that is passed, and no other', () => {
    expect(deal.approval?.reasons).toEqual(['duration']);
    const html = htmlOf(<Figures context={deskContextIn(lang)} deal={deal} />);
    const limit = values.limit(values.months(deal.policy.approval.durationMonths));
    expect(html).toContain(labels.duration);
    expect(html.match(/<strong[^>]*>.*?<\/strong>/g)).toEqual([`<strong class="overdue">${limit}</strong>`]);
  });
});
