import { describe, expect, test } from '@jest/globals';
import { AuditPage } from '../../../../api/desk/audit/audit-page.tsx';
import { dayBegins } from '../../../../api/desk/audit/days.ts';
import type { AuditView } from '../../../../api/desk/audit/view.ts';
import { languages } from '../../../../deal/people.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { securityKinds } from '../../../../shared/models/desk/security-event.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { approver, deskContextIn } from '../desk-views.ts';

const at = new Date('2026-11-20T01:00:00.000Z');

describe.each(languages)('the page for audits, in %s', lang => {
  const { audit } = messagesIn(lang).desk;
  const view: AuditView = {
    context: deskContextIn(lang, approver),
    filter: {},
    from: '2026-11-01',
    until: '2026-11-22',
    part: 'all',
    errors: {},
    publicKey: 'MCowBQYDK2VwAyEA',
    events: securityKinds.map((what, index) => ({
      _id: String(index),
      what,
      door: 'desk',
      who: 'sato@vendor.example',
      from: '192.0.2.1',
      at,
      lastAt: at,
      count: index + 1,
    })),
  };

  test('offers both kinds of file, the command that checks one, and who came in lately', () => {
    const html = htmlOf(<AuditPage view={view} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt; /);
    for (const word of [...Object.values(audit.kinds), ...Object.values(audit.formats)])
      expect(html).toContain(word);
    expect(html).toContain(`node docs/verify-audit.mjs FILE ${view.publicKey}`);
  });

  test('says which days are wrong, and that nobody came yet', () => {
    const html = htmlOf(<AuditPage view={{ ...view, events: [], errors: { from: audit.wrongRange } }} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain(audit.wrongRange);
    expect(html).toContain(audit.nobody);
  });
});

describe('a day of an audit', () => {
  test('begins by the clock of whoever asks, also where clocks are changed', () => {
    expect(dayBegins('2026-11-01', 'Asia/Tokyo')).toBe('2026-10-31T15:00:00.000Z');
    expect(dayBegins('2026-11-01', 'America/New_York', 1)).toBe('2026-11-02T05:00:00.000Z');
    expect(dayBegins('2026-12-31', 'UTC', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(dayBegins('soon', 'UTC')).toBeUndefined();
    expect(dayBegins('2026-13-45', 'UTC')).toBeUndefined();
  });
});
