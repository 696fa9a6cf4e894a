import { describe, expect, it } from '@jest/globals';
import { day, hour, after as passed } from '../../../deal/calendar/moments.ts';
import type { CommandOf } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import { sampleInquiry } from '../../support/samples.ts';
import { opened, start, when } from '../../support/story.ts';

const { email } = sampleInquiry().contact;
const written = (change: Partial<CommandOf<'writeToStaff'>> = {}) =>
  ({ type: 'writeToStaff', text: 'Signed.', via: 'mail', withoutAttachments: 1, ...change }) as const;

/** The deal after a mail of somebody at a moment. */
function mailed(deal: Deal, { from = email, at = start, ...change }: Mailed = {}): Deal {
  const by = { kind: 'buyer', id: from } as const;
  const entry = { seq: deal.seq + 1, at, decidedAt: at, by, event: written(change) };
  return dealDecider.evolve(deal, { ...entry, outcome: 'applied' });
}
type Mailed = { from?: string; at?: string } & Partial<CommandOf<'writeToStaff'>>;

const toldIn = ({ mails }: Deal) =>
  mails.flatMap(({ template, reader }) =>
    template === 'attachmentsNotKept' && reader.to === 'person' ? [reader.email] : [],
  );

describe('a mail with attachments', () => {
  it('is answered to its sender alone, beside the message to the owner', () => {
    const deal = mailed(opened());
    expect(toldIn(deal)).toEqual([email]);
    expect(deal.mails.map(({ template }) => template)).toContain('messageFromBuyer');
  });

  it('is answered once a day, however many come and however the address is written', () => {
    const several = [hour, 5 * hour, day - 1].reduce(
      (deal, later) => mailed(deal, { at: passed(start, later), from: email.toUpperCase() }),
      mailed(opened()),
    );
    expect(toldIn(several)).toEqual([email]);
    expect(toldIn(mailed(several, { at: passed(start, day) }))).toEqual([email, email]);
  });

  it('is answered to each person of the deal, whoever else has been told', () => {
    const signer = { ...sampleInquiry().contact, email: 'ren@aozora.example' };
    const changed = when(opened(), 'sales', { type: 'changeContact', role: 'signer', person: signer }).deal;
    expect(toldIn(mailed(mailed(changed), { from: signer.email }))).toEqual([email, signer.email]);
  });

  it('is not answered to somebody whom the deal does not know, although staff have added his mail', () => {
    expect(toldIn(mailed(opened(), { from: 'stranger@example.com' }))).toEqual([]);
  });
});

it('a mail without attachments, and a message that came by no mail, are not answered', () => {
  const { withoutAttachments: _none, ...plain } = written();
  const { via: _noMail, ...typed } = written();
  for (const body of [plain, typed]) expect(toldIn(when(opened(), 'buyer', body).deal)).toEqual([]);
});
