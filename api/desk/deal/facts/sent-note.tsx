import type { Deal, Proposal, TermsVersion } from '../../../../deal/deal.ts';
import { stateOf } from '../../../../deal/negotiation/proposals.ts';
import { type DeskContext, momentText } from '../../desk-context.ts';

interface Noted {
  context: DeskContext;
  deal: Deal;
  version: TermsVersion;
}

/** Whether the buyer has been sent a version of the terms, and what he has said to it. */
export function SentNote({ context, deal, version }: Noted) {
  const { desk } = context.messages.proposal;
  const sent = deal.proposals.findLast(each => each.version === version.version);
  const isNewest = version === deal.terms.at(-1);
  if (sent) return <p>{textOf(sent, { context, deal })}</p>;
  return isNewest && !deal.agreement ? <p class="quiet">{desk.notSent}</p> : null;
}

function textOf(sent: Proposal, { context, deal }: Pick<Noted, 'context' | 'deal'>): string {
  const { states } = context.messages.proposal.desk;
  const at = momentText(context, sent.sentAt);
  const { agreed, withdrawn } = sent;
  // What he has said to a version stays true when a newer one has taken its place.
  if (agreed) return states.agreed({ name: agreed.name, at: momentText(context, agreed.at) });
  if (withdrawn) return states.withdrawn({ reason: withdrawn.reason, at: momentText(context, withdrawn.at) });
  const state = stateOf(deal, sent, context.now);
  return state === 'over' || state === 'replaced' ? states[state](at) : states.open(at);
}
