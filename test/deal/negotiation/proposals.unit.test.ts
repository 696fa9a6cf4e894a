import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { allowedCommands } from '../../../deal/decider.ts';
import { needsOf } from '../../../deal/needs.ts';
import { buyersYes, sentBefore, stateOf } from '../../../deal/negotiation/proposals.ts';
import { buyersReminded } from '../../../deal/reminders/readers.ts';
import { readerIn } from '../../../emails/reader.ts';
import { sampleTerms } from '../../support/samples.ts';
import {
  actors,
  changeSetFails,
  done,
  given,
  offered,
  opened,
  proposal,
  start,
  when,
} from '../../support/story.ts';

const sent = (change = {}): ['sales', CommandBody] => [
  'sales',
  { type: 'proposeTerms', terms: sampleTerms(start, change), send: true },
];
const yes = (version = 1): CommandBody => ({ type: 'agreeToProposal', version, name: 'Hanako Sato' });
const withBuyer = () => given(opened(), sent());
const templates = (deal: Deal) => deal.mails.map(({ template }) => template);
const toBuyer = (deal: Deal) => deal.mails.filter(({ template }) => template === 'proposal').length;

describe('a proposal that is sent to the buyer', () => {
  it('goes to whoever signs and whoever asked; one that stays inside goes to nobody', () => {
    expect(toBuyer(withBuyer())).toBeGreaterThan(0);
    const inside = given(opened(), proposal());
    expect(toBuyer(inside)).toBe(0);
    expect(inside.proposals).toEqual([]);
    const later = given(inside, ['support', { type: 'sendProposal', version: 1 }]);
    expect(toBuyer(later)).toBe(toBuyer(withBuyer()));
    expect(when(later, 'sales', { type: 'sendProposal', version: 1 }).refused).toBe('alreadySent');
    expect(when(given(inside, proposal()), 'sales', { type: 'sendProposal', version: 1 }).refused).toBe(
      'termsChanged',
    );
  });

  it('goes to whoever is to sign these terms, also while an older offer with another signer is out', () => {
    const jiro = {
      name: 'Jiro',
      email: 'jiro@aozora.example',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
    } as const;
    const before = offered();
    const after = given(before, sent({ signer: jiro }));
    const readers = after.mails
      .filter(({ template }) => template === 'proposal')
      .map(({ reader }) => (reader.to === 'person' ? reader.email : reader.to));
    expect(readers).toEqual(['jiro@aozora.example', before.inquiry.contact.email]);
    expect(buyersReminded(after, 'proposalExpiring')[0]).toEqual(jiro);
    const mail = { template: 'proposal', to: 'person', recipient: jiro } as const;
    expect(readerIn(after, mail)).toMatchObject({ role: 'signer', timeZone: jiro.timeZone });
    expect(readerIn(after, { ...mail, template: 'offerExpiring' }).role).toBe('colleague');
  });

  it('is agreed to by the buyer, with name and time, and then one press makes the offer', () => {
    const agreed = given(withBuyer(), ['buyer', yes(), '2027-01-04T02:00:00.000Z']);
    expect(buyersYes(agreed)).toEqual({ name: 'Hanako Sato', at: '2027-01-04T02:00:00.000Z' });
    expect(templates(agreed)).toContain('proposalAgreed');
    expect(needsOf(agreed).map(({ kind }) => kind)).toEqual(['makeOffer']);
    const making = given(agreed, done());
    expect(making.stage).toBe('creatingOffer');
    expect(needsOf(making)).toEqual([]);
  });

  it('is not agreed to by staff, nor before it is sent', () => {
    expect(when(withBuyer(), 'sales', yes()).refused).toBe('notYours');
    expect(when(given(opened(), proposal()), 'buyer', yes()).refused).toBe('noProposal');
  });

  it('is agreed to once', () => {
    const agreed = given(withBuyer(), ['buyer', yes()]);
    expect(when(agreed, 'buyer', { ...yes(), name: 'Jiro' } as CommandBody).refused).toBe('alreadyAgreed');
  });

  it('gives way to newer terms, whether those are sent or not: a yes to the older ones is refused', () => {
    for (const newer of [sent({ durationMonths: 24 }), proposal({ durationMonths: 24 })]) {
      const deal = given(withBuyer(), newer);
      expect(when(deal, 'buyer', yes(1)).refused).toBe('proposalReplaced');
    }
    const replaced = given(withBuyer(), ['buyer', yes()], sent({ durationMonths: 24 }));
    expect(buyersYes(replaced)).toBeUndefined();
    expect(given(replaced, ['buyer', yes(2)]).proposals.map(({ agreed }) => agreed?.name)).toEqual([
      'Hanako Sato',
      'Hanako Sato',
    ]);
  });

  it('says what has changed since the terms that the buyer has seen, and not since those he has not', () => {
    const deal = given(withBuyer(), proposal({ durationMonths: 6 }), sent({ durationMonths: 24 }));
    expect(sentBefore(deal, { version: 3 })?.version).toBe(1);
  });

  it('is taken back, and sent again', () => {
    const back = given(withBuyer(), ['sales', { type: 'withdrawProposal', reason: 'Wrong price' }]);
    expect(templates(back)).toContain('proposalWithdrawn');
    expect(when(back, 'buyer', yes()).refused).toBe('proposalWithdrawn');
    expect(when(back, 'sales', { type: 'withdrawProposal', reason: 'Again' }).refused).toBe('noProposal');
    const again = given(back, ['sales', { type: 'sendProposal', version: 1 }], ['buyer', yes()]);
    expect(buyersYes(again)?.name).toBe('Hanako Sato');
  });

  it('is over after its last day', () => {
    const deal = withBuyer();
    const [only] = deal.proposals;
    const late = '2027-12-31T00:00:00.000Z';
    expect(only && stateOf(deal, only, late)).toBe('over');
    expect(when(deal, 'buyer', yes(), late).refused).toBe('proposalOver');
  });

  it('is not agreed to any more once the negotiation is done', () => {
    expect(when(given(withBuyer(), done()), 'buyer', yes()).refused).toBe('notNow');
  });

  it('brings a wish for a change to the desk, with the clock of an inquiry', () => {
    expect(when(given(opened(), proposal()), 'buyer', change).refused).toBe('noProposal');
    const asked = given(withBuyer(), ['buyer', change]);
    expect(asked.request).toMatchObject({ kind: 'change', message: 'Half of it, please' });
    expect(needsOf(asked).map(({ kind }) => kind)).toEqual(['answerRequest']);
    expect(templates(asked)).toContain('buyerRequest');
    expect(given(asked, sent()).request).toBeUndefined();
    // Whoever agrees after all wants nothing else.
    expect(given(asked, ['buyer', yes()]).request).toBeUndefined();
  });

  const change: CommandBody = { type: 'askForChange', message: 'Half of it, please' };

  it('may be of what is to replace an offer, which stays as it is meanwhile', () => {
    const deal = given(offered(), sent({ durationMonths: 24 }));
    expect(deal.stage).toBe('offered');
    expect(given(deal, ['buyer', yes(2)], done(2)).changeSet).toMatchObject({ purpose: 'create' });
  });

  it('asks the buyer about corrected terms, where without him they would be offered at once', () => {
    const refusedByAws = changeSetFails(given(opened(), proposal(), done()));
    expect(given(refusedByAws, sent()).stage).toBe('negotiating');
    expect(given(refusedByAws, proposal()).stage).toBe('creatingOffer');
  });

  it('offers the buyer what he may do, and the staff what they may', () => {
    expect(allowedCommands(withBuyer(), { ...actors.buyer })).toEqual(
      expect.arrayContaining(['agreeToProposal', 'askForChange']),
    );
    const sales = { ...actors.sales, roles: [...actors.sales.roles] };
    expect(allowedCommands(withBuyer(), sales)).toContain('withdrawProposal');
    expect(allowedCommands(withBuyer(), sales)).not.toContain('sendProposal');
    expect(allowedCommands(given(opened(), proposal()), sales)).toContain('sendProposal');
  });
});
