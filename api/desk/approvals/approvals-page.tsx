import type { Deal } from '../../../deal/deal.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import { Alert } from '../../ui/alert.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figures } from '../deal/facts/figures.tsx';
import { OutcomeAlert } from '../deal/outcome-alert.tsx';
import type { StepOutcome } from '../deal/step-outcome.ts';
import { StepDisclosure } from '../deal/steps/step-form.tsx';
import { stepForms } from '../deal/steps/step-forms.tsx';
import { type DealView, dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { DealtBeforeList } from './dealt-before-list.tsx';

export const approvalsUrl = '/desk/approvals';

export interface ApprovalsView {
  context: DeskContext;
  waiting: DealRow[];
  /** The one that is decided now. */
  chosen?: DealView;
  /** Other deals with its buyer. */
  before: readonly Deal[];
  /** The one that the reader has come for, and that does not wait for him any more. */
  gone?: { dealId: string; company: string };
  outcome?: StepOutcome;
}

/** What waits for an approver, one beside the others, each with its figures and a yes or no. */
export function ApprovalsPage({ view }: { view: ApprovalsView }) {
  const { context, waiting, chosen, outcome, gone, before } = view;
  const { approvals } = context.messages.desk;
  return (
    <DeskFrame context={context} title={approvals.title} current="home">
      <OutcomeAlert context={context} outcome={outcome} url={approvalsUrl} />
      {gone && (
        <Alert title={approvals.gone(gone.company)}>
          <p>
            <a href={dealUrl(gone.dealId)}>{approvals.goneText(gone.company)}</a>
          </p>
        </Alert>
      )}
      <div>
        <h1>{approvals.title}</h1>
        <p class="quiet">{approvals.lead(waiting.length)}</p>
      </div>
      {chosen ? (
        <div class="columns">
          <Decision view={chosen} before={before} />
          <Queue view={view} chosenId={chosen.deal.dealId} />
        </div>
      ) : (
        <div class="card">
          <EmptyState title={approvals.none} action={{ href: '/desk', label: context.messages.ui.home }}>
            {approvals.noneText}
          </EmptyState>
        </div>
      )}
    </DeskFrame>
  );
}

function Queue({ view: { context, waiting }, chosenId }: { view: ApprovalsView; chosenId: string }) {
  const { messages, lang, now } = context;
  return (
    <nav class="card" aria-label={messages.desk.approvals.queue}>
      <ul class="rows">
        {waiting.map(({ dealId, company, total, needs }) => (
          <li key={dealId} class="rows__item">
            <a
              class="row-link"
              href={`${approvalsUrl}?${new URLSearchParams({ deal: dealId })}`}
              aria-current={dealId === chosenId ? 'page' : undefined}
            >
              {company}
            </a>
            <div class="facts-line">
              {total && <span>{formatMoney(total.amount, { ...total, language: lang })}</span>}
              {needs
                .filter(({ kind }) => kind === 'decideApproval')
                .map(({ due }) => (
                  <span key={due} class={due < now ? 'overdue' : undefined}>
                    <Countdown until={due} now={now} lang={lang} />
                  </span>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The forms are the deal's own, so that its rules are; they lead back here. */
function Decision({ view, before }: { view: DealView; before: readonly Deal[] }) {
  const { context, deal } = view;
  const { desk, deal: words } = context.messages;
  const { approval } = deal;
  const { approveOffer: Approve, rejectOffer: Reject } = stepForms;
  return (
    <section class="card" aria-labelledby="decision">
      <h2 id="decision">
        <a href={dealUrl(deal.dealId)}>{deal.inquiry.company}</a>
      </h2>
      {approval && (
        <p>{desk.deal.approvalFor(desk.approvalReasonList(approval.reasons, words.approvalReasons))}</p>
      )}
      <Figures context={context} deal={deal} />
      <Approve view={view} kind="primary" />
      <StepDisclosure view={view} form="rejectOffer" title={words.actions.rejectOffer}>
        <Reject view={view} kind="secondary" />
      </StepDisclosure>
      <DealtBeforeList context={context} deals={before} urlOf={dealUrl} />
    </section>
  );
}
