import { describe, expect, test } from '@jest/globals';
import { ReportPage } from '../../../../api/desk/report/report-page.tsx';
import type { ReportView } from '../../../../api/desk/report/view.ts';
import { spanText } from '../../../../api/desk/report/words.ts';
import type { Group } from '../../../../api/report/groups.ts';
import { monthsBetween } from '../../../../api/report/period.ts';
import { languages } from '../../../../deal/people.ts';
import { closedStages, openStages } from '../../../../deal/stages.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { milestones } from '../../../../shared/models/deal-figures.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { deskContextIn, staff } from '../desk-views.ts';

const hour = 3_600_000;
const group = (key: string, opened: number): Group => ({
  key,
  opened,
  offered: opened - 1,
  accepted: opened - 2,
  active: opened - 3,
  lost: 1,
  won: [
    { currency: 'USD', amount: '12000.00' },
    { currency: 'JPY', amount: '1800000' },
  ],
});

function viewIn(lang: 'en' | 'ja'): ReportView {
  const query = { from: '2026-01', until: '2026-12', timeZone: 'Asia/Tokyo' };
  const company = '株式会社青空商事ホールディングスインターナショナル';
  return {
    context: deskContextIn(lang),
    colleagues: [staff],
    products: [{ value: 'prod-1', label: 'Example Cloud' }],
    report: {
      query,
      funnel: milestones.map((milestone, index) => ({
        milestone,
        count: 40 - index * 8,
        ...(index > 0 && { median: index * 30 * hour }),
      })),
      stageTimes: openStages.map((stage, index) => ({
        stage,
        count: 9,
        median: index * hour,
        most: index * 100 * hour,
      })),
      endings: closedStages.map((stage, index) => ({ from: 'offered', stage, count: index + 1 })),
      reasons: [
        {
          dealId: 'd1',
          company,
          from: 'offered',
          stage: 'lost',
          reason: 'Budget',
          at: new Date('2026-11-01'),
        },
      ],
      groups: {
        month: monthsBetween(query.from, query.until).map((key, index) => group(key, index + 3)),
        owner: [group(staff.email, 9), group('gone@example.com', 4), group('', 3)],
        product: [group('prod-1', 9), group('', 3)],
        language: [group('ja', 9), group('en', 3)],
      },
      ahead: {
        months: [
          { month: '2026-12', offers: 2, terms: 3, renewing: 1, sums: [{ currency: 'USD', amount: '9.00' }] },
        ],
        soon: [
          { dealId: 'd2', company, what: 'term', at: new Date('2026-12-01'), renews: true },
          { dealId: 'd3', company, what: 'offer', at: new Date('2026-12-02') },
        ],
      },
    },
  };
}

describe.each(languages)('the report, in %s', lang => {
  const { report } = messagesIn(lang).desk;

  test('says all of it in words and numbers, for eyes and ears', () => {
    const html = htmlOf(<ReportPage view={viewIn(lang)} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt; /);
    for (const word of [report.funnel, report.times, report.endings, report.ahead, report.none.owner])
      expect(html).toContain(word);
    expect(html).toContain('gone@example.com');
    expect(html).toContain('/desk/report.csv?from=2026-01&amp;until=2026-12');
  });

  test('says so where there is nothing', () => {
    const view = viewIn(lang);
    const none = view.report.groups.month.map(({ key }) => ({ ...group(key, 0), won: [] }));
    const report = {
      ...view.report,
      groups: { ...view.report.groups, month: none },
      ahead: { months: [], soon: [] },
    };
    const html = htmlOf(<ReportPage view={{ ...view, report }} />);
    expect(html).toContain(messagesIn(lang).desk.report.empty);
    expect(html).toContain(messagesIn(lang).desk.report.nothingAhead);
    expect(accessibilityProblems(html)).toEqual([]);
  });
});

test('a span is written in the unit in which one thinks of it', () => {
  const en = deskContextIn('en');
  expect([0.5, 5, 47.96, 60, 24 * 12.34].map(hours => spanText(en, hours * hour))).toEqual([
    '30 min',
    '5 hours',
    '48 hours',
    '2.5 days',
    '12.3 days',
  ]);
});
