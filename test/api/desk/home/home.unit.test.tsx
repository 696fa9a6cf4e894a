import { describe, expect, test } from '@jest/globals';
import { HomePage } from '../../../../api/desk/home/home-page.tsx';
import type { HomeView } from '../../../../api/desk/home/view.ts';
import { type NeedKind, needKinds } from '../../../../deal/needs.ts';
import { languages } from '../../../../deal/people.ts';
import { openStages } from '../../../../deal/stages.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { rowOf } from '../../../../shared/models/deal-row.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { dealView, deskContextIn, staff } from '../desk-views.ts';
import { now } from '../sample-deals.ts';

const row = (lang: 'en' | 'ja', sample: string) => rowOf(dealView({ lang, sample }).deal);
const waitingAs = (lang: 'en' | 'ja', kind: NeedKind) => ({
  row: row(lang, kind === 'cure' ? 'stuck' : 'offered'),
  need: { kind, since: '2026-11-20T03:00:00.000Z', due: now },
});

describe.each(languages)('the first page of the desk, in %s', lang => {
  const view: HomeView = {
    context: deskContextIn(lang),
    whose: 'mine',
    waiting: needKinds.map(kind => waitingAs(lang, kind)),
    isWhole: true,
    stages: openStages.map((stage, index) => ({
      stage,
      count: index,
      totals: index > 0 ? [{ currency: 'USD', amount: '12000.00' }] : [],
      ...(index > 0 && { oldest: '2026-10-01T00:00:00.000Z' }),
    })),
    colleagues: [staff],
  };
  const { home } = messagesIn(lang).desk;

  test('says of everything what it is and what to do', () => {
    const html = htmlOf(<HomePage view={view} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt; /);
    for (const kind of needKinds) {
      expect(html).toContain(home.kinds[kind]);
      expect(html).toContain(home.actions[kind]);
    }
  });

  test('says so when nothing waits', () => {
    const html = htmlOf(<HomePage view={{ ...view, waiting: [] }} />);
    expect(html).toContain(home.nothing.mine);
    expect(accessibilityProblems(html)).toEqual([]);
  });
});
