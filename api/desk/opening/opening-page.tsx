import { Alert } from '../../ui/alert.tsx';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { dealUrl } from '../deal/view.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { unmatchedUrl } from '../events/view.ts';
import { CustomerForm } from './customer-form.tsx';
import { KnownCard } from './known-card.tsx';
import { type OpeningView, openingUrl, openingUrlOf } from './view.ts';

type Props = { view: OpeningView };

/** What AWS knows of a purchase beside the form that says who the customer is; before that, the question for its id. */
export function OpeningPage({ view }: Props) {
  const { context, known, errors, problem } = view;
  const { opening, events } = context.messages;
  const title = known ? opening.title : opening.importTitle;
  return (
    <DeskFrame context={context} title={title} current="unmatched">
      <div class="stack stack--tight">
        <p>
          <a href={unmatchedUrl}>{events.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{known ? opening.lead : opening.importLead}</p>
      </div>
      {problem && (
        <Alert tone="danger" title={opening.notOpened}>
          {problem}
        </Alert>
      )}
      <ErrorSummary messages={context.messages} errors={errors} />
      <Standing view={view} />
      {known ? (
        <div class="columns">
          <div class="stack stack--roomy">{isOpen(view) && <CustomerForm view={view} />}</div>
          <div class="stack">
            <KnownCard context={context} agreementId={view.agreementId} known={known} />
          </div>
        </div>
      ) : (
        <AskForm view={view} />
      )}
    </DeskFrame>
  );
}

const isOpen = ({ taken, matching }: OpeningView) => !taken && matching === undefined;

/** Why there is nothing to fill in now. */
function Standing({ view: { context, taken, matching, agreementId } }: Props) {
  const { opening } = context.messages;
  if (taken)
    return (
      <Alert
        tone="warning"
        title={opening.taken}
        actions={<LinkButton href={dealUrl(taken)}>{opening.toDeal}</LinkButton>}
      >
        {opening.takenText}
      </Alert>
    );
  if (matching === undefined) return null;
  return (
    <Alert
      title={opening.matching}
      actions={
        <LinkButton kind="secondary" href={openingUrlOf(agreementId)}>
          {opening.look}
        </LinkButton>
      }
    >
      {opening.matchingText(matching)}
    </Alert>
  );
}

function AskForm({ view: { context, agreementId, errors } }: Props) {
  const { messages } = context;
  const { opening } = messages;
  return (
    <form method="get" action={openingUrl} class="card card--form form">
      <Field
        messages={messages}
        name="agreement"
        label={opening.agreementId}
        hint={opening.agreementIdHint}
        value={agreementId}
        error={errors.agreement}
        maxLength={200}
        autocomplete="off"
        required
      />
      <div class="actions">
        <Button>{opening.ask}</Button>
      </div>
    </form>
  );
}
