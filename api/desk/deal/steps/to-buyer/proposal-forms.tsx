import { latestTerms } from '../../../../../deal/deal.ts';
import { buyersYes } from '../../../../../deal/negotiation/proposals.ts';
import { momentText } from '../../../desk-context.ts';
import type { DealView } from '../../view.ts';
import { EndingStep, StepForm } from '../step-form.tsx';

type StepProps = { view: DealView; kind?: 'primary' | 'secondary' | 'danger' };

/** Terms that only colleagues have seen go to the buyer. */
export function SendProposal({ view, kind }: StepProps) {
  const { desk } = view.context.messages.proposal;
  const version = latestTerms(view.deal)?.version ?? 0;
  return (
    <StepForm view={view} type="sendProposal" fixed={{ version: String(version) }} kind={kind}>
      <p>{desk.send(version)}</p>
    </StepForm>
  );
}

export const WithdrawProposal = ({ view }: StepProps) => (
  <EndingStep view={view} type="withdrawProposal" warning={view.context.messages.proposal.desk.withdraw} />
);

/** What the buyer has said of the newest terms, for whoever is about to end the negotiation. */
export function BuyersAnswer({ view: { context, deal } }: { view: DealView }) {
  const { desk } = context.messages.proposal;
  const yes = buyersYes(deal);
  if (!yes) return <p class="quiet">{desk.byPhone}</p>;
  const version = latestTerms(deal)?.version ?? 0;
  return (
    <p>
      <strong>{desk.buyerAgreed({ name: yes.name, at: momentText(context, yes.at), version })}</strong>
    </p>
  );
}
