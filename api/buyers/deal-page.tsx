import type { Message } from '../../deal/conversation/messages.ts';
import type { Entry } from '../../deal/events.ts';
import { tickedIn } from '../../deal/offer/ticks.ts';
import { Alert } from '../ui/alert.tsx';
import { CopyField } from '../ui/fields/copy-field.tsx';
import { ErrorSummary } from '../ui/fields/error-summary.tsx';
import type { FormKeys } from '../ui/fields/form.tsx';
import { Page } from '../ui/pages/page.tsx';
import { ActionsCard } from './actions-card.tsx';
import { type Draft, textField } from './asks.ts';
import { ConversationCard } from './conversation/conversation-card.tsx';
import { type DealContext, momentFor } from './deal-context.ts';
import { PreflightCard } from './preflight/preflight-card.tsx';
import type { YesDraft } from './proposal/agree-form.tsx';
import { ProposalCard } from './proposal/proposal-card.tsx';
import { RemindersChoice } from './reminders/reminders-choice.tsx';
import type { BuyerStatus } from './status.ts';
import { StatusCard } from './status-card.tsx';
import { TermsCard } from './terms-card.tsx';

/** What became of the buyer's own press: its entry, or nothing while it is still on its way. */
export type PressAnswer = { entry?: Entry };

export interface DealPageProps {
  page: DealContext;
  keys: FormKeys;
  answer?: PressAnswer;
  draft?: Draft;
  yes?: YesDraft;
  /** What was written, oldest first. */
  messages?: readonly Message[];
  /** The request could not be taken, through no fault of the reader's. */
  notSent?: boolean;
  /** Why it was not taken otherwise. */
  problem?: string;
  /** Where the page's script tells that a person has opened the offer; absent when that is known. */
  seenUrl?: string;
}

/** The buyer's page for one deal. */
export function DealPage({ page, keys, answer, draft, yes, messages = [], ...more }: DealPageProps) {
  const { notSent, problem, seenUrl } = more;
  const { context, deal, offered, proposed, status } = page;
  const { offers } = context.messages;
  const title = titleOf(page);
  const shown = showsTerms.includes(status) ? offered : undefined;
  return (
    <Page context={context} title={title}>
      <div data-seen={seenUrl}>
        <h1>{title}</h1>
        <p class="quiet name">{offers.forCompany(deal.inquiry.company)}</p>
      </div>
      {answer && <AnswerAlert page={page} answer={answer} />}
      {notSent && (
        <Alert tone="danger" title={offers.notSent.title}>
          <p>{offers.notSent.text}</p>
        </Alert>
      )}
      {problem && !notSent && <Alert tone="warning" title={problem} />}
      <ErrorSummary messages={context.messages} errors={errorsOf({ draft, yes })} />
      <RequestAlert page={page} />
      <StatusCard page={page} />
      {proposed && <ProposalCard page={page} shown={proposed} keys={keys} draft={yes} />}
      {shown && <TermsCard page={page} shown={shown} />}
      {status === 'offered' && shown && (
        <PreflightCard
          page={page}
          terms={shown.terms}
          keys={keys}
          ticked={tickedIn(deal).map(({ check }) => check)}
        />
      )}
      <ConversationCard page={page} messages={messages} />
      <ActionsCard page={page} keys={keys} draft={draft} />
      <RemindersChoice page={page} keys={keys} />
      <p class="quiet small">
        {offers.reference}{' '}
        <CopyField value={deal.dealId} label={offers.reference} messages={context.messages} />
      </p>
    </Page>
  );
}

function titleOf({ context, offered, proposed }: DealContext): string {
  const { offers, proposal } = context.messages;
  if (offered) return offers.title(offered.terms.productTitle);
  return proposed ? proposal.pageTitle(proposed.version.terms.productTitle) : offers.titleWithoutProduct;
}

const errorsOf = ({ draft, yes }: Pick<DealPageProps, 'draft' | 'yes'>) => ({
  ...yes?.errors,
  ...(draft?.error && { [textField(draft.ask)]: draft.error }),
});

const showsTerms: readonly BuyerStatus[] = [
  'offered',
  'offerExpired',
  'accepted',
  'startsLater',
  'settingUp',
  'activating',
  'delayed',
  'active',
  'accessEnded',
  'ended',
];

function RequestAlert({ page }: { page: DealContext }) {
  const { request } = page.deal;
  const { offers } = page.context.messages;
  if (!request || request.kind === 'message') return null;
  return (
    <Alert title={offers.request[request.kind]}>
      <p>{offers.request.text(momentFor(page, request.at))}</p>
      <blockquote class="quiet pre">{request.message}</blockquote>
    </Alert>
  );
}

function AnswerAlert({ page, answer: { entry } }: { page: DealContext; answer: PressAnswer }) {
  const { offers, deal, reminders, proposal, conversation } = page.context.messages;
  if (!entry)
    return (
      <Alert title={offers.answer.pending}>
        <p>{offers.answer.pendingText}</p>
      </Alert>
    );
  if (entry.outcome === 'refused')
    return (
      <Alert tone="warning" title={offers.answer.refused}>
        <p>{deal.refusals[entry.refusal?.code ?? 'notNow']}</p>
      </Alert>
    );
  const applied: Record<string, string> = {
    ...offers.answer.applied,
    ...reminders.answered,
    agreeToProposal: proposal.thanks,
    writeToStaff: conversation.sent,
  };
  return <Alert tone="success" title={applied[entry.event.type] ?? offers.answer.pending} />;
}
