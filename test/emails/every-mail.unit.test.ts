import type { MailTemplate } from '../../deal/mails/mails.ts';
import { isStillTrue } from '../../deal/mails/still-true.ts';
import { languages } from '../../deal/people.ts';
import { columns, widthOf } from '../../emails/layout/wrap.ts';
import { type ReaderRole, readerIn } from '../../emails/reader.ts';
import { allMails, remindersUrl, render, saidIn, samples } from './rendered.ts';

/** Gmail cuts a message off after 102 KB of HTML. */
const gmailCutsAfter = 102 * 1024;

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  );
const withoutStyles = (html: string) => html.replace(/<style[\s\S]*?<\/style>/g, '');

describe.each(allMails)('$name in $language', ({ language, mail }) => {
  const parts = [mail.subject, withoutStyles(mail.html), mail.text];

  test('says nothing that a program would say', () => {
    for (const part of parts)
      expect(part).not.toMatch(/undefined|\[object|NaN|Invalid Date|\bnull\b|\$?\{\w*\}|=>/);
  });

  test('never counts to zero', () => {
    for (const part of parts) expect(part).not.toMatch(/(^|\D)0 (days|hours|日)|あと 0/);
  });

  test('writes a label and its value as its language does', () => {
    const foreign = { ja: /:(\s|$)/m, en: /：/ }[language];
    // What AWS and mail servers say is in their own words.
    const quoted = /<[^>]*>|INVALID_BUYER_ACCOUNTS: Invalid accounts: \S+|\S+: 550 5[^\n<]*/g;
    for (const part of parts) expect(part.replace(quoted, '\n')).not.toMatch(foreign);
  });

  test('has a subject of one line and at most 78 characters', () => {
    expect([...mail.subject].length).toBeLessThanOrEqual(78);
    expect(mail.subject).toMatch(/^\S[^\r\n]*\S$/);
  });

  test('stays far below the size at which Gmail cuts', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(gmailCutsAfter / 2);
  });

  test('is marked with its language, and again where Gmail keeps it', () => {
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(attributes(mail.html, 'lang')).toEqual([language, language]);
  });

  test('leads to whole addresses, and to the same ones in HTML and in plain text', () => {
    const linked = attributes(mail.html, 'href');
    for (const href of linked) expect(new URL(href).protocol).toMatch(/^https?:$/);
    for (const href of linked) expect(mail.text).toContain(href);
    const told = mail.text.match(/https?:\/\/\S+/g) ?? [];
    for (const address of told) expect(mail.html.replaceAll('&amp;', '&')).toContain(address);
  });

  test('is laid out in tables that screen readers pass over, but for the facts', () => {
    const tables = withoutComments(mail.html).match(/<table[^>]*>/g) ?? [];
    for (const table of tables) expect(table).toMatch(/role="presentation"|class="rows"/);
  });

  test('has lines of plain text that fit any window', () => {
    const long = mail.text.split('\n').filter(line => widthOf(line) > columns);
    for (const line of long) expect(line.trim()).toMatch(/^https?:\/\/\S+$/);
  });
});

const withoutComments = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '');

/** For whom each template has words of its own. A new template does not compile without its readers. */
const readersOf: Record<MailTemplate, ReaderRole[]> = {
  inquiryReceived: ['contact'],
  inquiryNotice: ['owner'],
  answerOverdue: ['owner', 'lead'],
  negotiationIdle: ['owner'],
  messageToBuyer: ['contact'],
  messageFromBuyer: ['owner'],
  attachmentsNotKept: ['contact'],
  proposal: ['signer', 'contact'],
  proposalReminder: ['contact'],
  proposalWithdrawn: ['contact'],
  proposalAgreed: ['owner'],
  approvalRequested: ['approver'],
  approvalOverdue: ['approver', 'owner', 'lead'],
  approvalDecided: ['owner'],
  offer: ['signer', 'contact'],
  offerUnread: ['owner'],
  offerExtended: ['signer', 'contact'],
  offerExpiring: ['signer', 'contact'],
  offerExpired: ['owner'],
  offerWithdrawn: ['signer'],
  buyerRequest: ['owner', 'lead'],
  offerDeclined: ['owner'],
  accepted: ['owner'],
  secondPurchase: ['owner'],
  setUpReminder: ['signer'],
  handOver: ['colleague'],
  confirmation: ['user', 'signer'],
  activatedNotice: ['owner'],
  linkMoved: ['user', 'owner'],
  linkEnded: ['signer', 'owner'],
  agreementChanged: ['user', 'owner'],
  termEnding: ['signer', 'owner'],
  accessEnded: ['user', 'signer', 'owner'],
  paymentFailed: ['user', 'signer', 'contact', 'owner'],
  newLink: ['contact'],
  stuckNotice: ['owner'],
  awsNotice: ['owner'],
};

describe.each(Object.entries(readersOf) as [MailTemplate, ReaderRole[]][])('%s', (template, roles) => {
  test.each(languages)('has a sample for each of its readers, in %s', language => {
    const own = samples.filter(each => each.sample.template === template && each.language === language);
    const known = own.map(({ sample }) => readerIn(sample.deal, sample).role);
    expect([...new Set(known)].toSorted()).toEqual(roles.toSorted());
  });
});

test('every sample is named by its template, and no two of a language say the same', () => {
  for (const { name, sample } of samples) expect(name.split('-')[0]).toBe(sample.template);
  for (const language of languages) {
    const said = allMails.filter(each => each.language === language).map(({ mail }) => saidIn(mail));
    expect(new Set(said).size).toBe(said.length);
  }
});

const aboutAgreement: readonly MailTemplate[] = [
  'confirmation',
  'activatedNotice',
  'linkMoved',
  'linkEnded',
  'agreementChanged',
  'termEnding',
  'accessEnded',
  'paymentFailed',
];

test('what is about an agreement names it, since a customer may have several', () => {
  for (const { sample } of samples.filter(each => aboutAgreement.includes(each.sample.template)))
    expect(render(sample).text).toContain(sample.deal.agreement?.agreementId);
});

test('every sample is true of its deal', () => {
  const untrue = samples.filter(({ sample }) => !isStillTrue(sample.deal, sample));
  expect(untrue.map(({ name }) => name)).toEqual([]);
});

test('a buyer can stop reminders from each of them, and nobody from another mail', () => {
  const stoppable = allMails.filter(({ mail }) => mail.html.includes(`href="${remindersUrl}"`));
  expect(new Set(stoppable.map(({ name }) => name.split('-')[0]))).toEqual(
    new Set(['proposalReminder', 'offerExpiring', 'setUpReminder', 'termEnding']),
  );
  expect(stoppable.filter(({ name }) => name.includes('owner'))).toEqual([]);
});
