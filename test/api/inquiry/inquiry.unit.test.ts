import { InquiryPage, InquirySentPage } from '../../../api/inquiry/pages.tsx';
import { type InquiryFields, parseInquiry } from '../../../api/inquiry/parse-inquiry.ts';
import { mailboxOf } from '../../../api/inquiry/receiver-limit.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../ui/accessibility.ts';
import { contextIn, keys } from '../ui/kitchen-sink.tsx';

const messages = messagesIn('en');
const good: InquiryFields = {
  company: 'Example Corp.',
  name: 'Jane Doe',
  email: 'jane@example.com',
  language: 'en',
  timeZone: 'America/New_York',
  awsAccountId: '',
  message: 'Ten seats for a year',
};
const read = (change: Partial<InquiryFields>) => parseInquiry({ ...good, ...change }, messages);

describe('the limit of a receiver', () => {
  it.each(['jane@a.example', 'Jane+1@a.example', 'jane+list+2@A.example', ' <jane+x@a.example>'])(
    'counts %s as one mailbox',
    typed => expect(mailboxOf(typed)).toBe('jane@a.example'),
  );

  it.each(['+1@a.example', 'jane.doe@a.example', 'jane@a.example'])('leaves %s as it is', typed =>
    expect(mailboxOf(typed)).toBe(typed),
  );
});

describe('an inquiry as it was typed', () => {
  it.each([
    ['with the hyphens of the AWS console', '1111-2222-3333'],
    ['in full-width digits', '１１１１−２２２２−３３３３'],
    ['with spaces', ' 1111 2222 3333 '],
  ])('takes an AWS account id %s', (_how, awsAccountId) => {
    expect(read({ awsAccountId })).toMatchObject({ inquiry: { awsAccountId: '111122223333' } });
  });

  it('leaves the account id out when nobody gave one', () => {
    expect(read({})).toEqual({
      inquiry: {
        company: 'Example Corp.',
        contact: {
          name: 'Jane Doe',
          email: 'jane@example.com',
          language: 'en',
          timeZone: 'America/New_York',
        },
        message: 'Ten seats for a year',
      },
    });
  });

  it.each([
    ['company', ' '],
    ['company', 'x'.repeat(151)],
    ['name', ''],
    ['email', 'jane'],
    ['email', `${'x'.repeat(250)}@example.com`],
    ['message', '\n'],
    ['message', 'x'.repeat(5001)],
    ['language', 'fr'],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', ''],
    ['awsAccountId', '1234'],
  ] as const)('names the field %s alone when it is %j', (name, value) => {
    expect(read({ [name]: value })).toEqual({ errors: { [name]: expect.stringMatching(/\S/) } });
  });

  it('names what is wrong in the order of the form', () => {
    const nothing = { company: '', name: '', email: '', message: '', awsAccountId: 'x' };
    const answer = read(nothing);
    expect('errors' in answer && Object.keys(answer.errors)).toEqual(Object.keys(nothing));
  });
});

describe.each(['en', 'ja'] as const)('the pages of an inquiry in %s', lang => {
  const context = contextIn(lang, '/inquiry');

  it('can be used with a screen reader and without script', () => {
    const errors = { email: 'wrong', timeZone: 'wrong' };
    const pages = [
      InquiryPage({ context, keys }),
      InquiryPage({ context, keys, fields: good, errors }),
      InquiryPage({ context, keys, fields: good, notSent: true }),
      InquirySentPage({ context, dealId: 'k3v9q0t2xw', answerWithinHours: 4 }),
    ];
    for (const page of pages) expect(accessibilityProblems(htmlOf(page))).toEqual([]);
  });

  it('keeps every value that was typed, escaped', () => {
    const fields = { ...good, company: '"><script>', message: '</textarea><b>', timeZone: 'Asia/Calcutta' };
    const html = htmlOf(InquiryPage({ context, keys, fields, errors: { email: 'wrong' } }));
    expect(html).not.toContain('"><script>');
    expect(html).not.toContain('</textarea><b>');
    expect(html).toContain('value="jane@example.com"');
    expect(html).toMatch(/<option selected value="Asia\/Calcutta"|<option value="Asia\/Calcutta" selected/);
  });
});
