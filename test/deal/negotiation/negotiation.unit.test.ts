import { describe, expect, it } from '@jest/globals';
import { allowedCommands } from '../../../deal/decider.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { sampleTerms } from '../../support/samples.ts';
import {
  actors,
  changeSetDone,
  changeSetFails,
  done,
  given,
  offered,
  opened,
  proposal,
  start,
  when,
} from '../../support/story.ts';

const names = (deal: Parameters<typeof stepsDue>[0]) => stepsDue(deal).map(step => step.name);

describe('negotiation', () => {
  it('keeps every version of the terms and who proposed it', () => {
    const deal = given(opened(), proposal(), proposal({ durationMonths: 24 }));
    expect(deal.stage).toBe('negotiating');
    expect(deal.terms.map(each => [each.version, each.terms.durationMonths, each.proposedBy.id])).toEqual([
      [1, 12, 'sales@example.com'],
      [2, 24, 'sales@example.com'],
    ]);
  });

  it('refuses terms that break a limit of AWS and names the field', () => {
    const { deal, refused } = when(opened(), 'sales', {
      type: 'proposeTerms',
      terms: sampleTerms(start, { buyerAwsAccountIds: ['123'] }),
    });
    expect(refused).toBe('termsInvalid');
    expect(deal.terms).toEqual([]);
  });

  it('refuses to end a negotiation over terms that were changed meanwhile', () => {
    const deal = given(opened(), proposal(), proposal({ durationMonths: 24 }));
    expect(when(deal, 'sales', { type: 'markNegotiationDone', version: 1 }).refused).toBe('termsChanged');
  });

  it('makes the offer at once when no limit is passed', () => {
    const deal = given(opened(), proposal(), done());
    expect(deal.stage).toBe('creatingOffer');
    expect(names(deal)).toContain('startChangeSet');
  });

  it('refuses a second end of the same negotiation', () => {
    expect(when(offered(), 'sales', { type: 'markNegotiationDone', version: 1 }).refused).toBe('noTerms');
  });

  it('ends for a buyer who only asked: the deal is lost, with the reason', () => {
    const deal = given(opened(), ['sales', { type: 'closeDeal', reason: 'bought elsewhere' }]);
    expect(deal.closed).toMatchObject({ stage: 'lost', reason: 'bought elsewhere' });
    expect(when(deal, 'sales', { type: 'addNote', text: 'hello' }).refused).toBe('dealClosed');
  });
});

describe('approval', () => {
  const dear = () => given(opened(), proposal({ durationMonths: 48 }), done());

  it('is asked for, with the reason, when the terms pass a limit', () => {
    expect(dear().stage).toBe('approving');
    expect(dear().approval).toMatchObject({ state: 'pending', reasons: ['duration'] });
    expect(names(dear())).not.toContain('startChangeSet');
  });

  it('lets only an approver decide', () => {
    expect(when(dear(), 'sales', { type: 'approveOffer', version: 1 }).refused).toBe('notYours');
    expect(allowedCommands(dear(), actors.approver as never)).toContain('approveOffer');
  });

  it('begins the offer once approved', () => {
    expect(given(dear(), ['approver', { type: 'approveOffer', version: 1 }]).stage).toBe('creatingOffer');
  });

  it('goes back to negotiating once rejected, and can be asked for again', () => {
    const rejected = given(dear(), ['approver', { type: 'rejectOffer', version: 1, comment: 'too long' }]);
    expect(rejected.stage).toBe('negotiating');
    expect(given(rejected, done()).stage).toBe('approving');
  });

  it('is void when the terms change meanwhile', () => {
    const changed = given(dear(), proposal());
    expect(changed.stage).toBe('negotiating');
    expect(when(changed, 'approver', { type: 'approveOffer', version: 1 }).refused).toBe('notNow');
  });
});

describe('an offer that AWS refuses', () => {
  const failed = () => changeSetFails(given(opened(), proposal(), done()));

  it('makes the deal stuck and waits for a person', () => {
    expect(failed().stuck).toMatchObject([{ reason: 'changeSetFailed', detail: 'INVALID_BUYER_ACCOUNTS' }]);
    expect(names(failed())).not.toContain('startChangeSet');
  });

  it('carries on by itself with corrected terms, under a new name', () => {
    const corrected = given(failed(), proposal({ durationMonths: 6 }));
    expect(corrected.stuck).toEqual([]);
    expect(corrected.stage).toBe('creatingOffer');
    expect(corrected.changeSet?.name).not.toBe(failed().changeSet?.name);
    expect(changeSetDone(corrected).offers).toMatchObject([{ termsVersion: 2, state: 'released' }]);
  });

  it('is tried again with the same terms when staff say so', () => {
    const again = given(failed(), ['support', { type: 'retryStep' }]);
    expect(again.changeSet).toMatchObject({ termsVersion: 1, attempt: 2 });
    expect(names(again)).toContain('startChangeSet');
  });

  it('asks for approval when the corrected terms pass a limit', () => {
    expect(given(failed(), proposal({ durationMonths: 48 })).stage).toBe('approving');
  });
});
