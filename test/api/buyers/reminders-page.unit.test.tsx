import { RemindersPage, type RemindersView } from '../../../api/buyers/reminders/reminders-page.tsx';
import { languages } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { samples } from '../desk/sample-deals.ts';
import { accessibilityProblems, htmlOf } from '../ui/accessibility.ts';
import { contextIn } from '../ui/kitchen-sink.tsx';

const email = 'tanaka@buyer.example';
const path = '/reminders/k3v9q0t2xw.abc.def';

function page(sample: string, more: Partial<RemindersView> = {}, stopped = false): string {
  const story = samples[sample];
  if (!story) throw new Error(`no sample ${sample}`);
  const deal = { ...story.deal, ...(stopped && { remindersStopped: [email] }) };
  const context = contextIn(more.context?.lang ?? 'en', path);
  return htmlOf(RemindersPage({ view: { context, deal, email, nonce: 'n-1', path, ...more } }));
}

describe.each(languages)('the page that stops reminders, in %s', lang => {
  const words = messagesIn(lang).reminders.page;
  const inLanguage = { context: contextIn(lang, path) };

  it.each(Object.keys(samples))('can be read by everybody when the deal is %s', sample => {
    for (const stopped of [false, true]) {
      const html = page(sample, inLanguage, stopped);
      expect(accessibilityProblems(html)).toEqual([]);
      expect(html).not.toMatch(/undefined|\[object/);
    }
  });

  it('asks first, and says that the offer stays open', () => {
    const html = page('offered', inLanguage);
    expect(html).toContain(words.ask);
    expect(html).toContain(words.stays.offer);
    expect(html).toContain(email);
    expect(html).toMatch(/name="press" value="stop"/);
  });

  it('says when they are stopped, and gives them back', () => {
    const html = page('offered', inLanguage, true);
    expect(html).toContain(words.stopped);
    expect(html).toMatch(/name="press" value="resume"/);
  });

  it('is friendly about a deal that is closed, and asks for nothing', () => {
    for (const sample of ['ended', 'declined', 'expired', 'lost']) {
      const html = page(sample, inLanguage);
      expect(html).toContain(words.over);
      expect(html).not.toContain('<form');
    }
  });

  it('tells that a press is on its way, and one that could not be taken', () => {
    expect(page('offered', { ...inLanguage, press: 'pending' })).toContain(words.pendingText);
    const html = page('offered', { ...inLanguage, press: 'notSent' });
    expect(html).toContain(words.notSentText);
    expect(html).toContain('value="n-1"');
  });
});

it('shows nothing of the deal but what the mails were about', () => {
  for (const sample of Object.keys(samples)) {
    const html = page(sample);
    expect(html).not.toMatch(/\/offers\/|\/setup\/|offer-abcdef123|agmt-|\$[\d,]+\.\d\d|111122223333/);
    expect(html).not.toContain('jane@buyer.example');
    expect(html).not.toContain('Example Buyer');
  }
});
