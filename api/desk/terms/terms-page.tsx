import { latestTerms } from '../../../deal/deal.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { dealUrl } from '../deal/view.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { Conditions, Payments, Signer } from './conditions.tsx';
import { DraftAlert, DraftField, DraftLine, KeepButton } from './draft/draft-parts.tsx';
import { fieldLabels } from './field-labels.ts';
import type { Part } from './form-parts.tsx';
import { paymentRows } from './parse-terms.ts';
import { Sold } from './sold.tsx';
import type { TermsView } from './view.ts';

/** The form for a new version of the terms. */
export function TermsPage({ view }: { view: TermsView }) {
  const { context, deal, errors, problem, nonce } = view;
  const { messages } = context;
  const { terms } = messages.desk;
  const title = terms.titleNext((latestTerms(deal)?.version ?? 0) + 1);
  const url = `${dealUrl(deal.dealId)}/terms`;
  const keys = nonce ? { ...context.keys, nonce } : context.keys;
  return (
    <DeskFrame context={context} title={title} current="deals">
      <div class="stack stack--roomy form--wide">
        <div class="stack stack--tight">
          <a href={dealUrl(deal.dealId)}>{terms.cancel}</a>
          <h1>{title}</h1>
          <p class="lead">{terms.lead(deal.inquiry.company)}</p>
        </div>
        {problem && (
          <Alert tone="danger" title={messages.outcomes.proposeTerms.notDone}>
            {problem}
          </Alert>
        )}
        <DraftAlert view={view} />
        <ErrorSummary messages={messages} errors={errors} labels={fieldLabels(view)} />
        <Form action={url} keys={keys} checkUrl={`${url}/check`} keepUrl={`${url}/keep`}>
          <DraftField view={view} />
          <input type="hidden" name="paymentRows" value={String(paymentRows(view.values))} />
          {/* Enter in any field presses the first button of a form, which must not be the one that adds lines. */}
          <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
          <Sold view={view} />
          <Conditions view={view} />
          <Payments view={view} />
          <Signer view={view} />
          <Summary view={view} />
        </Form>
      </div>
    </DeskFrame>
  );
}

/** What it all comes to; the script keeps it up to date. */
function Summary({ view }: Part) {
  const { context, summary, deal } = view;
  const { terms } = context.messages.desk;
  const { desk: proposal } = context.messages.proposal;
  return (
    <div class="card">
      <div class="totals" role="status">
        {(['total', 'discount', 'approval'] as const).map(name => (
          <div key={name}>
            <div class="quiet small">{terms[name]}</div>
            <strong data-output={name}>{summary[name]}</strong>
          </div>
        ))}
      </div>
      <p class="quiet small">{proposal.choice}</p>
      <div class="actions">
        <Button name="send" value="yes">
          {proposal.toBuyer}
        </Button>
        <Button kind="secondary">{proposal.insideOnly}</Button>
        <KeepButton view={view} />
        <a href={dealUrl(deal.dealId)}>{terms.cancel}</a>
      </div>
      <DraftLine view={view} />
    </div>
  );
}
