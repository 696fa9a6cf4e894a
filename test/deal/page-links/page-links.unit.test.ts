import fc from 'fast-check';
import type { Deal } from '../../../deal/deal.ts';
import { isWanted } from '../../../deal/mails/still-true.ts';
import { opensPage, pageLinkOf, peopleOfPage } from '../../../deal/page-links/page-links.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  agreement,
  arrival,
  choice,
  given,
  license,
  offered,
  opened,
  proposal,
  start,
  when,
} from '../../support/story.ts';

const contact = 'hanako@aozora.example';
const signer = 'taro@aozora.example';
const jiro = {
  name: 'Jiro Mori',
  email: 'jiro@aozora.example',
  language: 'ja',
  timeZone: 'Asia/Tokyo',
} as const;
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();

const emailsIn = (deal: Deal) => deal.pageLinks.map(({ email }) => email);
const numberOf = (deal: Deal, email: string) => pageLinkOf(deal, email)?.number ?? 0;
const opens = (deal: Deal, email: string, number: number) => opensPage(pageLinkOf(deal, email), number);
const newLinks = ({ mails }: Deal) =>
  mails.flatMap(({ template, reader }) =>
    template === 'newLink' && reader.to === 'person' ? [reader.email] : [],
  );

describe('the links to the buyer’s page', () => {
  it('are one for each person, from the moment he comes to the deal', () => {
    expect(emailsIn(opened())).toEqual([contact]);
    const { pageLinks } = offered();
    expect(pageLinks).toMatchObject([{ email: contact, number: 1 }, { email: signer }]);
    const sold = given(
      offered(),
      ['aws', agreement],
      ['aws', license],
      acceptedAsAgreed,
      ['buyer', arrival],
      ['buyer', choice],
    );
    expect(emailsIn(sold)).toEqual([contact, signer, choice.user.email]);
  });

  it('are made anew by staff: the earlier one opens nothing, and the new one is mailed to the person alone', () => {
    const before = numberOf(offered(), signer);
    const deal = given(offered(), ['sales', { type: 'renewPageLink', email: signer.toUpperCase() }]);
    expect([opens(deal, signer, before), opens(deal, signer, numberOf(deal, signer))]).toEqual([false, true]);
    expect(opens(deal, contact, 1)).toBe(true);
    expect(newLinks(deal)).toEqual([signer]);
  });

  it('are withdrawn one by one, without a mail, and once', () => {
    const deal = given(offered(), ['support', { type: 'withdrawPageLink', email: contact }]);
    expect([opens(deal, contact, 1), opens(deal, signer, numberOf(deal, signer))]).toEqual([false, true]);
    expect(newLinks(deal)).toEqual([]);
    const again = when(deal, 'sales', { type: 'withdrawPageLink', email: contact });
    expect(again.refused).toBe('pageLinkWithdrawn');
    const back = given(deal, ['sales', { type: 'renewPageLink', email: contact }]);
    expect([opens(back, contact, 1), opens(back, contact, numberOf(back, contact))]).toEqual([false, true]);
  });

  it('are nobody’s who does not take part, and not the buyer’s to change', () => {
    for (const type of ['renewPageLink', 'withdrawPageLink'] as const) {
      expect(when(offered(), 'sales', { type, email: jiro.email }).refused).toBe('noPageLink');
      expect(when(offered(), 'buyer', { type, email: signer }).refused).toBe('notYours');
    }
    expect(when(opened(), 'buyer', { type: 'askForPageLink' }).refused).toBe('noPageLink');
    expect(when(opened(), 'buyer', { type: 'pageOpened' }).refused).toBe('noPageLink');
  });

  it('end with the part that a person takes, and a former one opens nothing when he comes back', () => {
    const before = offered();
    const person = peopleOfPage(before).find(({ email }) => email === signer);
    const replaced = given(before, ['sales', { type: 'changeContact', role: 'signer', person: jiro }]);
    expect(emailsIn(replaced)).toEqual([contact, jiro.email]);
    if (!person) throw new Error('no signer');
    const back = given(replaced, ['sales', { type: 'changeContact', role: 'signer', person }]);
    expect(opens(back, signer, numberOf(before, signer))).toBe(false);
    expect(opens(back, signer, numberOf(back, signer))).toBe(true);
  });

  it('stay with whoever was sent a proposal while colleagues still turn over other terms', () => {
    const sent = given(opened(), ['sales', { ...termsSignedBy(signer), send: true }]);
    const draft = given(sent, ['sales', termsSignedBy(jiro.email)]);
    expect(emailsIn(draft)).toContain(signer);
    const next = given(draft, ['sales', { type: 'sendProposal', version: 2 }]);
    expect(emailsIn(next)).toEqual([contact, jiro.email]);
  });

  it('are not mailed when they were withdrawn before their mail went out', () => {
    const renewed = given(offered(), ['sales', { type: 'renewPageLink', email: signer }]);
    const mail = renewed.mails.find(({ template }) => template === 'newLink');
    if (!mail) throw new Error('no mail');
    expect(isWanted(renewed, mail)).toBe(true);
    expect(isWanted(given(renewed, ['sales', { type: 'withdrawPageLink', email: signer }]), mail)).toBe(
      false,
    );
  });

  it('know who has opened the page, and looking at it is no act of the buyer', () => {
    const deal = given(offered(), ['buyer', { type: 'pageOpened' }, later(1)]);
    expect(pageLinkOf(deal, signer)?.openedAt).toBe(later(1));
    expect([pageLinkOf(deal, contact)?.openedAt, deal.buyerActedAt]).toEqual([undefined, undefined]);
    const once = given(deal, ['buyer', { type: 'pageOpened' }, later(2)]);
    expect(pageLinkOf(once, signer)?.openedAt).toBe(later(1));
    const asked = given(offered(), ['buyer', { type: 'askForMoreTime', message: 'Please' }, later(3)]);
    expect(pageLinkOf(asked, signer)?.openedAt).toBe(later(3));
  });
});

describe('a link that is asked for on the page of an old one', () => {
  const ask = (at: string): ['buyer', { type: 'askForPageLink' }, string] => [
    'buyer',
    { type: 'askForPageLink' },
    at,
  ];

  it('is the one that works, so that nobody ends it by asking', () => {
    const deal = given(offered(), ask(later(1)));
    expect(opens(deal, signer, numberOf(offered(), signer))).toBe(true);
    expect(newLinks(deal)).toEqual([signer]);
  });

  it('is a new one after it was withdrawn', () => {
    const withdrawn = given(offered(), ['sales', { type: 'withdrawPageLink', email: signer }]);
    const deal = given(withdrawn, ask(later(1)));
    expect(opens(deal, signer, numberOf(offered(), signer))).toBe(false);
    expect(opens(deal, signer, numberOf(deal, signer))).toBe(true);
  });

  it('goes out every ten minutes at most, and five times a day', () => {
    const first = given(offered(), ask(later(0)));
    expect(when(first, 'buyer', { type: 'askForPageLink' }, later(9)).refused).toBe('pageLinkJustSent');
    const often = given(first, ask(later(10)), ask(later(20)), ask(later(30)), ask(later(40)));
    expect(when(often, 'buyer', { type: 'askForPageLink' }, later(600)).refused).toBe('pageLinkJustSent');
    expect(when(often, 'buyer', { type: 'askForPageLink' }, later(24 * 60 + 1)).refused).toBeUndefined();
  });

  it('is not to be had once the deal is closed', () => {
    const closed = given(opened(), ['sales', { type: 'closeDeal', reason: 'No answer' }]);
    expect(when(closed, 'buyer', { type: 'askForPageLink' }).refused).toBe('dealClosed');
  });
});

it('a link opens if it is the newest of a person who takes part and nobody has withdrawn it, whatever happens', () => {
  const emails = [contact, signer, jiro.email];
  const person = fc.constantFrom(...emails).map(email => ({ ...jiro, email }));
  const step: fc.Arbitrary<[ActorName, Parameters<typeof when>[2]]> = fc.oneof(
    fc.constantFrom(...emails).map(email => ['sales', { type: 'renewPageLink', email }] as const),
    fc.constantFrom(...emails).map(email => ['sales', { type: 'withdrawPageLink', email }] as const),
    fc.constant(['buyer', { type: 'askForPageLink' }] as const),
    fc
      .tuple(fc.constantFrom('signer' as const, 'contact' as const), person)
      .map(([role, each]) => ['support', { type: 'changeContact', role, person: each }] as const),
  ) as fc.Arbitrary<[ActorName, Parameters<typeof when>[2]]>;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), steps => {
      let deal = offered();
      const made = new Map(emails.map(email => [email, new Set<number>()]));
      const withdrawn = new Set<string>();
      for (const [index, [by, body]] of steps.entries()) {
        const { deal: next, refused } = when(deal, by, body, later(11 * index));
        if (!refused && body.type === 'withdrawPageLink')
          withdrawn.add(`${body.email} ${numberOf(deal, body.email)}`);
        deal = next;
        for (const { email, number } of deal.pageLinks) made.get(email)?.add(number);
        for (const [email, numbers] of made) {
          const takesPart = peopleOfPage(deal).some(each => each.email === email);
          const newest = Math.max(0, ...numbers);
          for (const number of numbers)
            expect(opens(deal, email, number)).toBe(
              takesPart && number === newest && !withdrawn.has(`${email} ${number}`),
            );
        }
      }
    }),
    { numRuns: 200 },
  );
});

function termsSignedBy(email: string) {
  const [, body] = proposal({ signer: { ...jiro, email } });
  if (body.type !== 'proposeTerms') throw new Error('no terms');
  return body;
}
