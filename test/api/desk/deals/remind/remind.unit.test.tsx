import { describe, expect, test } from '@jest/globals';
import { RemindPage } from '../../../../../api/desk/deals/remind/remind-page.tsx';
import type { RemindView } from '../../../../../api/desk/deals/remind/view.ts';
import { languages } from '../../../../../deal/people.ts';
import { fittingReminder, noReminderReasons } from '../../../../../deal/reminders/fitting.ts';
import { messagesIn } from '../../../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../../../ui/accessibility.ts';
import { deskContextIn, staff } from '../../desk-views.ts';
import { now, samples } from '../../sample-deals.ts';

const deal = samples.offered?.deal;
if (!deal) throw new Error('no sample');
const fitting = fittingReminder(deal, now);
if (typeof fitting === 'string') throw new Error(fitting);

describe.each(languages)('the page that asks before many are reminded, in %s', lang => {
  const { desk } = messagesIn(lang);
  const { remind } = desk.list;
  const view: RemindView = {
    context: deskContextIn(lang),
    colleagues: [staff],
    filter: { stage: 'offered' },
    toSend: [{ ...fitting, deal }],
    skipped: [...noReminderReasons, 'notYours' as const].map((why, index) => ({
      deal: { ...deal, dealId: `skipped${index}` },
      why,
    })),
  };

  test('says how many mails go to whom, and why others are left out', () => {
    const html = htmlOf(<RemindPage view={view} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt; /);
    expect(html).toContain(remind.send(fitting.posts.length));
    for (const { reader } of fitting.posts) if (reader.to === 'person') expect(html).toContain(reader.email);
    for (const why of noReminderReasons) expect(html).toContain(remind.why[why]);
  });

  test('has nothing to press when nobody can be reminded', () => {
    const html = htmlOf(<RemindPage view={{ ...view, toSend: [] }} />);
    expect(html).toContain(remind.nobody);
    expect(html).not.toContain('type="submit" class="button button--primary');
  });
});
