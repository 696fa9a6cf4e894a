import { distanceInWords } from '../../../api/ui/countdown.tsx';
import { fieldId } from '../../../api/ui/fields/field.tsx';
import { inLanguage } from '../../../api/ui/pages/language.ts';
import { ProblemPage } from '../../../api/ui/pages/problem-page.tsx';
import { languages } from '../../../deal/people.ts';
import { accessibilityProblems, htmlOf } from './accessibility.ts';
import { contextIn, KitchenSink } from './kitchen-sink.tsx';

describe.each(languages)('every part of a page in %s', lang => {
  const html = htmlOf(<KitchenSink context={contextIn(lang)} />);

  test('has a name for every input, one heading, landmarks and nothing inline', () => {
    expect(accessibilityProblems(html)).toEqual([]);
  });

  test('says its language and offers the other one', () => {
    const other = lang === 'en' ? 'ja' : 'en';
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`href="/desk?q=x&amp;lang=${other}"`);
    expect(html).toContain(`hreflang="${other}"`);
  });

  test('leads from each line of the error summary to its field', () => {
    for (const name of ['signer.email', 'price']) {
      expect(html).toContain(`<a href="#${fieldId(name)}">`);
      expect(html).toContain(`id="${fieldId(name)}" name="${name}"`);
    }
  });

  test('reads hint and error out with their field', () => {
    expect(html).toContain(
      'aria-describedby="field-signer-email-hint field-signer-email-error" aria-invalid="true"',
    );
  });

  test('shows no text as undefined or as code', () => {
    expect(html).not.toMatch(/undefined|\[object|=&gt;/);
  });

  test('has a page for an error that says what to do next and whom to ask', () => {
    const { title, what, next } = contextIn(lang).messages.problems.internal;
    const page = htmlOf(
      <ProblemPage
        context={contextIn(lang)}
        title={title}
        what={what}
        next={next}
        action={{ href: '/desk', label: 'Desk' }}
        reference="req-1"
      />,
    );
    expect(accessibilityProblems(page)).toEqual([]);
    for (const part of [next, 'req-1', 'mailto:support@example.com']) expect(page).toContain(part);
  });
});

test('escapes whatever people typed, everywhere', () => {
  const evil = '"><script>alert(1)</script>';
  const html = htmlOf(<KitchenSink context={contextIn('en')} text={evil} />);
  expect(html).not.toContain('<script>');
  expect(html).not.toMatch(/="">/);
});

test('keeps the language switch on this site whatever the address was', () => {
  expect(inLanguage('//evil.example/desk?a=1&lang=en', 'ja')).toBe('/evil.example/desk?a=1&lang=ja');
  expect(inLanguage('/\\evil.example', 'en')).toBe('/evil.example?lang=en');
});

test('gives every form of a page its own command id', () => {
  expect(htmlOf(<KitchenSink context={contextIn('en')} />)).toContain('name="nonce" value="n-1-x"');
});

test.each([
  ['2026-11-25T12:00:00Z', 'in 3 days', '3 日後'],
  ['2026-11-23T12:00:00Z', 'in 24 hours', '24 時間後'],
  ['2026-11-22T11:15:00Z', '45 minutes ago', '45 分前'],
  ['2026-11-22T11:59:45Z', 'now', '今'],
])('says how far away %s is', (until, english, japanese) => {
  const now = '2026-11-22T12:00:00Z';
  expect(distanceInWords({ until, now, lang: 'en' })).toBe(english);
  expect(distanceInWords({ until, now, lang: 'ja' })).toBe(japanese);
});
