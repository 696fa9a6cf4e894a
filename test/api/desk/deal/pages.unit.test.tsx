import { DealPage } from '../../../../api/desk/deal/deal-page.tsx';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { NewInquiryPage } from '../../../../api/desk/inquiry/new-inquiry-page.tsx';
import { SignInPage } from '../../../../api/desk/sign-in/sign-in-page.tsx';
import { kebabCase } from '../../../../api/kebab-case.ts';
import { languages } from '../../../../deal/people.ts';
import { isReminder } from '../../../../deal/reminders/deadline.ts';
import { deadlines } from '../../../../deal/reminders/plan.ts';
import { reminderKeys } from '../../../../deal/reminders/reminder-limits.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { contextIn, keys } from '../../ui/kitchen-sink.tsx';
import { approver, dealView, deskContextIn, staff } from '../desk-views.ts';
import { samples, sato } from '../sample-deals.ts';

const dealOf = (sample: string) => dealView({ lang: 'en', sample }).deal;
const unwritten = /undefined|\[object|NaN|Invalid Date|=&gt; /;
const action = (step: string) => `action="${dealUrl('k3v9q0t2xw')}/${step}"`;

describe.each(languages)('the page of a deal in %s', lang => {
  test.each(Object.keys(samples))('can be read by everybody when it is %s', sample => {
    for (const reader of [staff, approver]) {
      const html = htmlOf(<DealPage view={dealView({ lang, sample, reader })} />);
      expect(accessibilityProblems(html)).toEqual([]);
      expect(html).not.toMatch(unwritten);
      expect(html).toContain('&lt;b>From January.&lt;/b>');
    }
  });

  test('says why a deal is stuck, in AWS’s words too, with its cure', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'stuck' })} />);
    expect(html).toContain(messagesIn(lang).deal.stuck.changeSetFailed);
    expect(html).toContain('INVALID_INPUT: The buyer account 111122223333');
    expect(html).toContain(`href="${dealUrl('k3v9q0t2xw')}/terms"`);
    expect(html).toContain(action('retry-step'));
  });

  test('says beside the words of a mail, and in the timeline, that its attachments are not kept', () => {
    const { withoutAttachments } = messagesIn(lang).conversation;
    const view = dealView({ lang, sample: 'writing' });
    const inquiry = { ...view.deal.inquiry, withoutAttachments: 3 };
    const html = htmlOf(<DealPage view={{ ...view, deal: { ...view.deal, inquiry } }} />);
    const [words = '', timeline = ''] = html.split('id="thread"');
    expect(words).toContain(withoutAttachments(3));
    expect(timeline).toContain(withoutAttachments(1));
  });

  test('shows the newest of what waits for an answer, and how many came before it', () => {
    const { desk, conversation } = messagesIn(lang);
    const said = (view: ReturnType<typeof dealView>) =>
      htmlOf(<DealPage view={view} />).split('id="thread"')[0];
    const writing = said(dealView({ lang, sample: 'writing' }));
    expect(writing).toContain('The 15th would be best for us.');
    expect(writing).not.toContain('who will be our contact');
    expect(writing).toContain(`<a href="#thread">${desk.deal.otherMessages(2)}</a>`);
    expect(writing).toContain(conversation.byMail);
    const wanted = said(dealView({ lang, sample: 'changeWanted' }));
    expect(wanted).toContain('Could we pay in two parts');
    expect(wanted).not.toContain('href="#thread"');
  });

  test('breaks addresses where a reader would, those of people and in terms', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'proposed' })} />);
    expect(html).toContain('<a href="mailto:jane@buyer.example">jane<wbr/>@buyer<wbr/>.example</a>');
    expect(html).toContain('<div>tanaka<wbr/>@buyer<wbr/>.example</div>');
  });

  test('shows what is asked for beside a newer message', () => {
    const view = dealView({ lang, sample: 'changeWanted' });
    const [newest] = view.timeline;
    if (!newest) throw new Error('no entry');
    const seq = newest.seq + 1;
    const event = { type: 'writeToStaff', text: 'It is urgent.', withoutAttachments: 1 } as const;
    const timeline = [{ ...newest, seq, event }, ...view.timeline];
    const [words = ''] = htmlOf(<DealPage view={{ ...view, timeline }} />).split('id="thread"');
    for (const text of ['Could we pay in two parts', 'It is urgent.']) expect(words).toContain(text);
    expect(words).toContain(messagesIn(lang).conversation.withoutAttachments(1));
  });

  test('shows what was agreed beside what was accepted when they differ', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'differs' })} />);
    const { desk } = messagesIn(lang);
    for (const text of [desk.differences.account, '444455556666', desk.differences.total, '25,000.00'])
      expect(html.includes(text)).toBe(true);
  });

  test('tells a refused step from an applied one, with the reason', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'accepted' })} />);
    expect(html).toContain(messagesIn(lang).ui.refused);
    expect(html).toContain(messagesIn(lang).deal.refusals.expiryNotLater);
  });

  test('brings a form back with what was typed and what is wrong', () => {
    const name = 'closeDeal.reason';
    const attempt = { form: 'closeDeal', values: { [name]: 'half a reas' }, errors: { [name]: 'Too short' } };
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'negotiating', attempt })} />);
    expect(html).toContain('half a reas</textarea>');
    expect(html).toContain('<a href="#field-closeDeal-reason">Too short</a>');
    expect(html).toMatch(/<details class="disclosure"[^>]* open>/);
  });

  test.each([
    ['applied', { state: 'applied', action: 'addNote' }],
    ['refused', { state: 'refused', action: 'extendOffer', reason: 'Because.' }],
    ['pending', { state: 'pending', commandId: 'c-99' }],
  ] as const)('tells that a step is %s', (_state, outcome) => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'offered', outcome })} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(unwritten);
  });
});

describe('the steps on the page of a deal', () => {
  const html = (sample: string, reader = staff) =>
    htmlOf(<DealPage view={dealView({ lang: 'en', sample, reader })} />);
  const primary = (page: string) => /button--primary[^>]*>([^<]+)</.exec(page)?.[1];

  test.each([
    ['inquiry', 'Propose terms'],
    ['negotiating', 'Mark negotiation done'],
    ['moreTime', 'Extend'],
    ['stuck', 'Propose terms'],
    ['bounced', 'Correct the address'],
    ['creatingOffer', undefined],
    ['active', undefined],
  ])('begin, for sales and a deal that is %s, with %s', (sample, label) => {
    expect(primary(html(sample))).toBe(label);
  });

  test('let an approver decide, but not whoever asked for the approval', () => {
    expect(primary(html('approving', approver))).toBe('Approve');
    const asker = { ...staff, roles: ['sales', 'approver'] as const };
    const page = htmlOf(
      <DealPage
        view={dealView({ lang: 'en', sample: 'approving', reader: { ...asker, roles: [...asker.roles] } })}
      />,
    );
    expect(page).not.toContain(action('approve-offer'));
    expect(page).toContain(messagesIn('en').deal.refusals.approverIsRequester);
  });

  test.each([
    [
      'en',
      'Waits for an approver',
      'Agreed',
      'Limit: 36 months',
      'List price: $12,000.00',
      'offer for $22,500.00',
    ],
    ['ja', '承認待ち', '合意済み', '上限：36 か月', '定価：$12,000.00', '$22,500.00 のオファー'],
  ] as const)(
    'show an approver every figure beside its limit, and ask once more, in %s',
    (lang, ...words) => {
      const [awaits, agreed, ...figures] = words;
      const page = htmlOf(<DealPage view={dealView({ lang, sample: 'approving', reader: approver })} />);
      for (const text of [awaits, ...figures]) expect(page).toContain(text);
      expect(page).not.toContain(agreed);
      expect(page).toMatch(/type="checkbox"[^>]*name="confirmed"[^>]*required/);
      expect(htmlOf(<DealPage view={dealView({ lang, sample: 'offered' })} />)).toContain(agreed);
    },
  );

  test('do not change an offer while AWS works on it', () => {
    for (const step of ['proposeTerms', 'closeDeal', 'extendOffer', 'withdrawOffer'])
      expect(html('creatingOffer')).not.toContain(action(kebabCase(step)));
    expect(html('offered')).toContain(action('extend-offer'));
  });

  test('are none once the deal is closed', () => {
    for (const sample of ['ended', 'declined', 'withdrawn', 'expired', 'lost'])
      expect(new Set(html(sample).match(/action="[^"]+"/g))).toEqual(new Set(['action="/desk/sign-out"']));
  });

  test('have one command id each', () => {
    const nonces = [...html('offered').matchAll(/name="nonce" value="([^"]+)"/g)].map(([, nonce]) => nonce);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('send or leave out each planned mail by its key', () => {
    const page = html('offered');
    const mails = deadlines(dealOf('offered')).filter(isReminder);
    expect(mails.length).toBeGreaterThan(3);
    for (const step of ['send-reminder-now', 'skip-reminder'])
      expect(page.split(action(step))).toHaveLength(mails.length + 1);
    expect(page).toContain('name="key" value="offerExpiring:offer-abcdef123:2026-12-11:7"');
  });
});

describe('the plan of a deal', () => {
  const html = (sample: string) => htmlOf(<DealPage view={dealView({ lang: 'en', sample })} />);
  const plan = (sample: string) => /id="planned".*?<\/section>/s.exec(html(sample))?.[0] ?? '';

  test('says of every mail to whom it goes, why, and what the reader’s clock says', () => {
    const page = plan('offered');
    expect(page).toContain('To 田中 一郎 (signer) and Jane Doe (contact)');
    expect(page).toContain('To 佐藤 美咲 (owner)');
    expect(page).toMatch(/For Jane Doe: [A-Z][a-z]+ \d+, 2026 at \d\d?:\d\d [AP]M EST/);
    expect(page).toContain(messagesIn('en').reminders.why.offerUnread);
    expect(plan('active')).toContain('Jane Doe');
  });

  test('shows what comes first and folds away the rest', () => {
    const [first = '', rest = ''] = plan('offered').split('<details class="disclosure disclosure--row"');
    expect(first.match(/id="planned-\d+"/g)).toHaveLength(3);
    expect(rest.match(/id="planned-\d+"/g)?.length).toBe(deadlines(dealOf('offered')).length - 3);
  });

  test('tells the end of an offer by its last moment, as everywhere', () => {
    // The reader is in Tokyo; the offer's last day is the 11th in UTC.
    expect(plan('offered')).toContain('December 12, 2026 at 8:59 AM JST');
    expect(html('offered')).not.toMatch(/9:00 AM JST · <time dateTime="2026-12-12/);
    const closed = html('expired');
    expect(closed).not.toContain('12:00 AM UTC');
  });

  test('shows who has stopped reminders, with the way back', () => {
    const page = plan('quiet');
    expect(page).toContain('1 stopped');
    expect(page).toContain(action('resume-reminders'));
    expect(page).toContain('name="email" value="jane@buyer.example"');
    expect(page).not.toMatch(/To [^<]*Jane Doe/);
    expect(plan('offered')).not.toContain(action('resume-reminders'));
  });
});

describe('an offer', () => {
  const event = (sample: string) =>
    /Opened<\/dt><dd[^>]*>(.*?)<\/dd>/.exec(
      htmlOf(<DealPage view={dealView({ lang: 'en', sample })} />),
    )?.[1];

  test('is told to be opened, or not yet', () => {
    expect(event('offered')).toBe('Not opened yet');
    expect(event('quiet')).toMatch(/^November 20, 2026 at/);
    expect(event('moreTime')).toMatch(/^Not opened here; the buyer reacted on November 20/);
    expect(event('expired')).toBeUndefined();
  });
});

describe.each(languages)('a mail that came back, in %s', lang => {
  const words = messagesIn(lang);

  test('is named with its reader and cured by correcting the address', () => {
    const page = htmlOf(<DealPage view={dealView({ lang, sample: 'bounced' })} />);
    expect(page).toContain(words.deal.stuck.mailBounced);
    expect(page).toContain('&lt;tanaka@buyer.example>');
    expect(page).toContain('User unknown');
    const cure = `${dealUrl('k3v9q0t2xw')}?open=changeContactsigner#field-changeContact-signer-email`;
    expect(page).toContain(`href="${cure}"`);
    expect(page).toContain(action('retry-step'));
  });

  test('opens the form it leads to, filled in with whoever it is now', () => {
    const view = { ...dealView({ lang, sample: 'bounced' }), open: 'changeContactsigner' };
    const page = htmlOf(<DealPage view={view} />);
    const form = /<details class="disclosure"[^>]* open>(.*?)<\/details>/s.exec(page)?.[1] ?? '';
    expect(form).toContain(words.reminders.contact.signer);
    expect(form).toContain('value="tanaka@buyer.example"');
    expect(form).toContain('<option value="Asia/Tokyo" selected');
    expect(accessibilityProblems(page)).toEqual([]);
  });

  test('can be corrected for both roles at once when one address has both', () => {
    const view = dealView({ lang, sample: 'bounced' });
    const signer = view.deal.inquiry.contact;
    const both = htmlOf(<DealPage view={{ ...view, deal: { ...view.deal, signer } }} />);
    expect(both).toContain('name="changeContact.signer.also"');
    expect(htmlOf(<DealPage view={view} />)).not.toContain('changeContact.signer.also');
  });
});

describe.each(languages)('the reminders of a deal in %s', lang => {
  const words = messagesIn(lang);

  test('are a form that begins with what the deal does now', () => {
    const page = htmlOf(<DealPage view={dealView({ lang, sample: 'offered' })} />);
    for (const key of reminderKeys) expect(page).toContain(`name="changeReminders.${key}"`);
    expect(page).toMatch(/name="changeReminders.remindDaysBefore"[^>]*value="7, 3, 1"/);
  });

  test('are told number by number in the timeline', () => {
    const page = htmlOf(<DealPage view={dealView({ lang, sample: 'quiet' })} />);
    const { fields, none } = words.reminders.policy;
    expect(page).toContain(words.ui.labelled(fields.remindDaysBefore, '10, 2'));
    expect(page).toContain(words.ui.labelled(fields.remindHoursBefore, none));
    expect(page).toContain('高橋 直子 &lt;takahashi@buyer.example>');
    for (const event of [
      'offerSeen',
      'changeContact',
      'changeReminders',
      'stopReminders',
      'resendMail',
    ] as const)
      expect(page).toContain(words.deal.events[event]);
  });
});

test('lets support hand over a set-up that the buyer has begun, and no other', () => {
  const page = (sample: string, reader = approver) =>
    htmlOf(<DealPage view={dealView({ lang: 'en', sample, reader })} />);
  expect(page('settingUp')).toContain(action('hand-over-set-up'));
  expect(page('accepted')).not.toContain(action('hand-over-set-up'));
  expect(page('settingUp', staff)).not.toContain(action('hand-over-set-up'));
});

test('shows what differs between two versions and who proposed each', () => {
  const html = htmlOf(<DealPage view={dealView({ lang: 'en', sample: 'negotiating' })} />);
  expect(html).toMatch(/<del><div>December 4, 2026<\/div><\/del>/);
  expect(html).toMatch(/<ins><div>December 11, 2026<\/div><\/ins>/);
  expect(html).toContain(`Proposed by ${sato.name}`);
});

test('warns of an agreement the buyer already has', () => {
  const others = [samples.active?.deal].filter(deal => deal !== undefined);
  const html = htmlOf(<DealPage view={dealView({ lang: 'en', sample: 'inquiry', others })} />);
  expect(html).toContain('This buyer already has an agreement');
  expect(html).toContain('agmt-0123456789abcdef');
});

describe.each(languages)('the forms of the desk in %s', lang => {
  test('keep the e-mail and not the password of a failed sign-in', () => {
    const view = { context: contextIn(lang), keys, next: '/desk', email: 'a@b.example', wrong: true };
    const html = htmlOf(<SignInPage view={view} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain('value="a@b.example"');
    expect(html).not.toMatch(/type="password"[^>]*value="[^"]/);
  });

  test('take an inquiry that came by phone', () => {
    const fields = {
      company: 'A',
      name: '',
      email: '',
      language: lang,
      timeZone: 'Asia/Calcutta',
      awsAccountId: '',
      message: '',
    };
    const html = htmlOf(
      <NewInquiryPage view={{ context: deskContextIn(lang), fields, errors: { name: 'Missing' } }} />,
    );
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain('<option value="Asia/Calcutta" selected');
  });
});
