import type { Deal } from '../../deal/deal.ts';
import { render, sampleOf, samples } from './rendered.ts';

describe('hostile words', () => {
  const evil = '<script>alert(1)</script> & "Sons"\r\nBcc: all@example.com';
  const withCompany = (deal: Deal, company: string): Deal => ({
    ...deal,
    inquiry: { ...deal.inquiry, company },
  });

  test.each(samples)('are escaped in $name in $language', ({ sample }) => {
    const mail = render({ ...sample, deal: withCompany(sample.deal, evil) });
    expect(mail.html).not.toContain('<script>alert');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect([...mail.subject].length).toBeLessThanOrEqual(78);
  });

  test.each(samples)('hide nothing in $name in $language', ({ sample }) => {
    const mail = render({
      ...sample,
      deal: withCompany(sample.deal, 'Acme\u202e\u2066gnp.exe\u200b\u0007 Ltd'),
    });
    for (const part of [mail.subject, mail.html, mail.text])
      expect(part).not.toMatch(/(?![\n\t])[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u);
  });

  test('a very long company name leaves the rest of the subject readable', () => {
    const sample = sampleOf('en', 'answerOverdue');
    const mail = render({ ...sample, deal: withCompany(sample.deal, 'Long'.repeat(100)) });
    expect(mail.subject).toMatch(/^Overdue: .*… is waiting for an answer$/);
  });

  test('a name with a link is not greeted by, because strangers may give the address of somebody else', () => {
    const sample = sampleOf('en', 'inquiryReceived');
    for (const name of ['Win https://evil.example', 'www.evil.example', 'evil.com', 'x'.repeat(61)]) {
      const mail = render({ ...sample, recipient: { ...sample.recipient, name } });
      expect(mail.text).toMatch(/^Hello,\n/);
      expect(mail.html).not.toContain(name);
    }
  });

  test('the receipt of an inquiry repeats nothing of it', () => {
    const sample = sampleOf('en', 'inquiryReceived');
    const inquiry = { ...sample.deal.inquiry, message: 'buy cheap watches', company: 'cheapwatches' };
    const mail = render({ ...sample, deal: { ...sample.deal, inquiry } });
    expect(mail.text + mail.html).not.toContain('cheap');
  });
});

test('a mail about what a deal does not have is an error and never half a mail', () => {
  const { deal } = sampleOf('en', 'inquiryNotice');
  expect(() => render({ ...sampleOf('en', 'offer'), deal })).toThrow(RangeError);
});
