import { describe, expect, test } from '@jest/globals';
import { LinkPage } from '../../../../api/desk/link/link-page.tsx';
import type { LinkView } from '../../../../api/desk/link/view.ts';
import { languages } from '../../../../deal/people.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { dealView, deskContextIn } from '../desk-views.ts';

const evil = '<b>Aozora & Co.</b>';
const organization = (id: string) => ({ organizationId: id, name: evil, managers: [evil], billedBy: [] });

describe.each(languages)('the page on which support moves a link, in %s', lang => {
  const { links, deal: words } = messagesIn(lang);
  const page = (more: Partial<LinkView>, sample = 'active') => {
    const { deal } = dealView({ lang, sample });
    const view = { context: deskContextIn(lang), deal, words: evil, candidates: [], values: {}, errors: {} };
    return htmlOf(<LinkPage view={{ ...view, ...more }} />);
  };

  test('shows every organization that was found, and why one cannot be chosen', () => {
    const html = page({
      candidates: [
        { ...organization('org_1'), isPresent: false },
        { ...organization('org_2'), billedBy: ['agmt-2'], isPresent: false },
        { ...organization('org_3'), isPresent: true },
        { ...organization('org_4'), obstacle: 'linkedElsewhere', isPresent: false },
      ],
      values: { 'moveLink.organizationId': 'org_2', 'moveLink.reason': evil },
      errors: { 'moveLink.confirmed': evil },
      problem: evil,
    });
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toContain('<b>');
    expect(html.match(/type="radio"[^>]* disabled/g)).toHaveLength(2);
    for (const text of [links.billedBy('agmt-2'), links.present, words.fields.linkedElsewhere('')])
      expect(html).toContain(text);
    expect(html).toMatch(/value="org_2" checked/);
  });

  test('asks for other words when nothing was found', () => {
    const html = page({});
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain(links.noResult);
    expect(html).not.toContain('method="post" action="/desk/deals/');
  });

  test('links anew where nothing is linked', () => {
    const html = page({ candidates: [{ ...organization('org_1'), isPresent: false }] }, 'settingUp');
    expect(html).toContain(links.title.anew);
    expect(html).toContain(links.none);
  });
});
