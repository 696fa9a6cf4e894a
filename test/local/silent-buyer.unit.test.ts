import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../deal/deal.ts';
import type { DealEvent, Entry } from '../../deal/events.ts';
import { mailsFor } from '../../deal/mails/mails-for.ts';
import { type Actor, system } from '../../deal/people.ts';
import { defaultPolicy } from '../../deal/policy.ts';
import { deadlines } from '../../deal/reminders/plan.ts';
import { chosenFrom } from '../../local/story/chosen.ts';
import { addressesOf, type Received } from '../../local/story/silent-buyer/deliveries.ts';
import { historyOf } from '../../local/story/silent-buyer/history.ts';
import { templateOf } from '../../local/story/silent-buyer/titles.ts';
import { judge } from '../../local/story/silent-buyer/verdict.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { dayAfter, sampleInquiry, sampleTerms } from '../support/samples.ts';
import { actors, agreement, opened, start } from '../support/story.ts';

const hour = 3_600_000;
const later = (moment: string, ms: number) => new Date(Date.parse(moment) + ms).toISOString();

/** The silent buyer's deal without servers: every deadline is met at its moment, and its mails leave at once. */
function silentBuyer(): Entry[] {
  const entries: Entry[] = [];
  const deal = (): Deal => {
    const after = historyOf('d1', entries).at(-1)?.after;
    if (!after) throw new Error('nothing has happened yet');
    return after;
  };
  const add = (event: DealEvent, { at, by = system }: { at: string; by?: Actor }) =>
    entries.push({ seq: entries.length + 1, at, decidedAt: at, by, outcome: 'applied', event });
  const send = () =>
    add({ type: 'mailsSent', keys: deal().mails.map(({ key }) => key) }, { at: deal().updatedAt });
  const passUntil = (over: (deal: Deal) => unknown) => {
    while (!over(deal())) {
      const [deadline] = deadlines(deal());
      if (!deadline) throw new Error('nothing is planned any more');
      add({ type: 'deadlinePassed', deadline, late: false }, { at: deadline.at });
      send();
    }
  };
  const changeSet = () => {
    const { name = '', offerId = 'offer-one' } = deal().changeSet ?? {};
    add({ type: 'changeSetSucceeded', name, changeSetId: `cs-${name}`, offerId }, { at: deal().updatedAt });
    send();
  };
  const sales = actors.sales as unknown as Actor;
  const terms = sampleTerms(start, { offerExpiresOn: dayAfter(start, 12) });
  const inquiry = sampleInquiry();
  add(
    { type: 'inquiryReceived', inquiry, policy: defaultPolicy },
    { at: start, by: { kind: 'buyer', id: 'a' } },
  );
  add({ type: 'proposeTerms', terms }, { at: later(start, hour), by: sales });
  add({ type: 'markNegotiationDone', version: 1 }, { at: later(start, 2 * hour), by: sales });
  changeSet();
  passUntil(({ offers }) => offers[0]?.state === 'expired');
  const expiresOn = dayAfter(deal().updatedAt, 9);
  add({ type: 'extendOffer', expiresOn }, { at: later(deal().updatedAt, hour), by: sales });
  changeSet();
  passUntil(each => !deadlines(each).some(({ kind }) => kind === 'offerExpiring'));
  const acceptedAt = later(deal().updatedAt, 100);
  const aws: Actor = { kind: 'aws', id: 'event' };
  add({ ...agreement, acceptedAt, startsAt: acceptedAt }, { at: acceptedAt, by: aws });
  send();
  passUntil(({ stuck }) => stuck.length > 0);
  return entries;
}

const timeline = silentBuyer();
const history = historyOf('d1', timeline);

/** A mailbox in which everything arrives ten minutes after it was asked for. */
const allMails: Received[] = history.flatMap(step =>
  mailsFor(step).flatMap(({ template, reader }) =>
    addressesOf(reader, step.after).map(to => ({
      to,
      template,
      subject: `about ${template}`,
      at: later(step.entry.decidedAt, 600_000),
    })),
  ),
);
const problemsWith = (mailbox: Received[]) => judge({ history, mailbox, underWay: hour }).problems;
const reminders = allMails.filter(({ template }) => template === 'offerExpiring');
const [firstReminder] = reminders;

describe('the end of the silent buyer’s story', () => {
  it('finds nothing wrong when each planned mail arrived once', () => {
    expect(problemsWith(allMails)).toEqual([]);
  });

  it('names every mail that was planned, with what became of it', () => {
    const { rows } = judge({ history, mailbox: allMails, underWay: hour });
    const of = (kind: string) => rows.filter(({ reminder }) => reminder.kind === kind);
    expect(of('offerExpiring').length).toBeGreaterThan(4);
    expect(
      of('offerExpiring').every(({ outcome, arrived }) => outcome === 'sent' && arrived.length > 0),
    ).toBe(true);
    expect(of('offerExpires').map(({ outcome }) => outcome)).toEqual([
      'sent',
      'not sent: Agreement news from AWS',
    ]);
    expect(of('stuckReminder').map(({ outcome }) => outcome)).toEqual(['still to come']);
  });

  it('names a reminder that reached nobody', () => {
    const problems = problemsWith(allMails.filter(mail => mail !== firstReminder));
    expect(problems).toEqual([expect.stringMatching(/^offerExpiring:offer-one.* did not reach /)]);
  });

  it('names a reminder that came twice', () => {
    const twice = { ...(firstReminder as Received), subject: 'twice' };
    expect(problemsWith([...allMails, twice])).toEqual([
      `${twice.to} has “twice”, which the deal never asked for`,
    ]);
  });

  it('names a reminder that came after its reason was gone', () => {
    const last = reminders.at(-1) as Received;
    const late = { ...last, subject: 'late', at: later(last.at, 5 * hour) };
    const problems = problemsWith(allMails.map(mail => (mail === last ? late : mail)));
    expect(problems).toEqual([`“late” reached ${late.to} on ${late.at}, when there was no reason for it`]);
  });

  it('names a reminder that the plan has lost', () => {
    // As if the deal had taken one moment for another.
    const mistaken = timeline.map(each => {
      const { event } = each;
      if (event.type !== 'deadlinePassed' || event.deadline.key !== 'chaseSetUp:absent:24') return each;
      return { ...each, event: { ...event, deadline: { ...event.deadline, key: 'chaseSetUp:absent:72' } } };
    });
    const { problems } = judge({ history: historyOf('d1', mistaken), mailbox: allMails, underWay: hour });
    expect(problems).toEqual([
      expect.stringMatching(/^chaseSetUp:absent:24 is no longer planned after .*, without a reason$/),
    ]);
  });

  it('takes a reminder that went out late for the next one of the same day', () => {
    const first = timeline.findIndex(
      ({ event }) => event.type === 'deadlinePassed' && event.deadline.key === 'chaseSetUp:absent:1',
    );
    const [line, planned] = [timeline[first], history[first - 1]];
    const next = planned && deadlines(planned.after).find(({ key }) => key === 'chaseSetUp:absent:24');
    if (!line || !next) throw new Error('the buyer is not chased');
    const moment = later(next.at, -hour);
    const late = { ...line, at: moment, decidedAt: moment };
    const cut = historyOf('d1', [...timeline.slice(0, first), late]);
    expect(deadlines(cut.at(-1)?.after ?? opened()).map(({ key }) => key)).not.toContain(next.key);
    const { problems } = judge({ history: cut, mailbox: allMails, underWay: hour });
    expect(problems.filter(problem => problem.includes(next.key))).toEqual([]);
  });

  it('names a reminder that is no longer planned, when nothing says why', () => {
    const released = history.findIndex(({ after }) => after.offers.length > 0) + 1;
    const step = history[released];
    if (step?.entry.event.type !== 'mailsSent') throw new Error('the offer mail does not follow the offer');
    const [dropped] = deadlines(step.after).filter(({ kind }) => kind === 'offerExpiring');
    const after = { ...step.after, passed: [...step.after.passed, dropped?.key ?? ''] };
    const { problems } = judge({
      history: [...history.slice(0, released), { ...step, after }],
      mailbox: allMails,
      underWay: hour,
    });
    expect(problems).toContain(`${dropped?.key} is no longer planned after “Mail sent”, without a reason`);
  });

  it('asks for a mail of every kind that it is told of', () => {
    const { problems } = judge({ history: history.slice(0, 6), mailbox: [], underWay: hour });
    expect(problems).toContain('No mail of the kind chaseSetUp was sent');
    expect(problems).toContain('No mail of the kind buyerAbsent was sent');
  });
});

describe('a mail is known by its heading', () => {
  const html = (title: string) => ({ html: `<h1>${title}</h1>` });
  it('in every variant and both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const { mails } = messagesIn(language);
      expect(templateOf(html(mails.offerExpiring.contact.title(3)))).toBe('offerExpiring');
      expect(templateOf(html(mails.setUpReminder.left.title))).toBe('setUpReminder');
      expect(templateOf(html(mails.stuckNotice.still(2).title))).toBe('stuckNotice');
      expect(templateOf(html(mails.offerExpired.title))).toBe('offerExpired');
    }
    expect(templateOf(html(messagesIn('en').mails.emailVerification.title))).toBeUndefined();
  });
});

describe('npm run story', () => {
  it('plays the story that is asked for', () => {
    expect(chosenFrom([])).toBe('purchases');
    expect(chosenFrom(['--silent-buyer'])).toBe('silentBuyer');
    expect(chosenFrom(['--cluster'])).toBe('cluster');
    expect(chosenFrom(['--help'])).toBe('help');
    expect(chosenFrom(['--silent-buyer', '-h'])).toBe('help');
  });

  it.each([['--silent'], ['silent-buyer'], ['--silent-buyer=yes']])('says what there is for %s', words => {
    expect(() => chosenFrom([words])).toThrow(`“${words}” is not known here.\n\nnpm run story\n`);
  });
});
