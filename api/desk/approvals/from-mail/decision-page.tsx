import { type Deal, termsOf } from '../../../../deal/deal.ts';
import { formatMoment } from '../../../../shared/i18n/format.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { ConfirmField } from '../../../ui/fields/confirm-field.tsx';
import { ErrorSummary } from '../../../ui/fields/error-summary.tsx';
import { Field } from '../../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../../ui/fields/form.tsx';
import { DeskPage } from '../../../ui/pages/desk-page.tsx';
import type { PageContext } from '../../../ui/pages/page-context.ts';
import { Figures } from '../../deal/facts/figures.tsx';
import { type Attempt, fieldName } from '../../deal/view.ts';
import type { StaffMember } from '../../staff.ts';
import { totalText } from '../../terms/terms-text.ts';
import { approvalsUrl } from '../approvals-page.tsx';
import { DealtBeforeList } from '../dealt-before-list.tsx';

export interface DecisionView {
  context: PageContext;
  staff: StaffMember;
  deal: Deal;
  before: readonly Deal[];
  /** Of the page itself; it lets its bearer in. */
  path: string;
  /** Without a token against forged posts: no cookie is asked for here. */
  keys: FormKeys;
  endsAt: string;
  attempt?: Attempt;
  problem?: string;
}

/** Where an approver decides who comes from his mail. Opening it changes nothing, since scanners of mails open every link. */
export function DecisionPage({ view }: { view: DecisionView }) {
  const { context, deal, staff, before, attempt, problem } = view;
  const { messages, lang } = context;
  const { desk, deal: words } = messages;
  const { fromMail } = desk.approvals;
  const { approval, inquiry } = deal;
  return (
    <DeskPage context={context} title={fromMail.title}>
      <div class="card card--roomy stack">
        <h1>{fromMail.title}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        {attempt && <ErrorSummary messages={messages} errors={attempt.errors} />}
        {approval && (
          <p class="lead name">
            {fromMail.lead({
              name: approval.requestedBy.name ?? approval.requestedBy.id,
              company: inquiry.company,
              reasons: desk.approvalReasonList(approval.reasons, words.approvalReasons),
            })}
          </p>
        )}
        <Figures context={context} deal={deal} />
        <Approve view={view} />
        <Reject view={view} />
        <p class="quiet small">
          {fromMail.decidesAs({
            name: staff.name,
            inPlaceOf: staff.approvesFor,
            until: formatMoment(view.endsAt, { language: lang, timeZone: staff.timeZone }),
          })}{' '}
          <a href={`${approvalsUrl}?${new URLSearchParams({ deal: deal.dealId })}`}>{fromMail.atTheDesk}</a>
        </p>
      </div>
      <div class="card card--roomy">
        <DealtBeforeList context={context} deals={before} />
      </div>
    </DeskPage>
  );
}

function Approve({ view }: { view: DecisionView }) {
  const { context, deal, path } = view;
  const { messages } = context;
  const { version } = deal.approval ?? {};
  const total = version ? totalText(termsOf(deal, version).terms, context) : '';
  return (
    <Form action={`${path}/approve`} keys={keysFor(view, 'approveOffer')} name="approve">
      <Field {...commentOf(view, 'approveOffer')} label={messages.desk.steps.comment} optional lines={2} />
      <ConfirmField
        messages={messages}
        name="confirmed"
        label={messages.desk.approveConfirmed(total)}
        error={view.attempt?.errors.confirmed}
      />
      <Button kind="primary">{messages.deal.actions.approveOffer}</Button>
    </Form>
  );
}

function Reject({ view }: { view: DecisionView }) {
  const { messages } = view.context;
  return (
    <details class="disclosure" open={view.attempt?.form === 'rejectOffer'}>
      <summary>{messages.desk.approvals.fromMail.reject}</summary>
      <Form action={`${view.path}/reject`} keys={keysFor(view, 'rejectOffer')} name="reject">
        <Field
          {...commentOf(view, 'rejectOffer')}
          label={messages.desk.steps.rejectComment}
          hint={messages.desk.approvals.fromMail.rejectHint}
          required
          lines={3}
        />
        <Button kind="secondary">{messages.deal.actions.rejectOffer}</Button>
      </Form>
    </details>
  );
}

type Answer = 'approveOffer' | 'rejectOffer';

/** A press of which nobody knows what became is the same press when it is sent again. */
function keysFor({ keys, attempt }: DecisionView, form: Answer): FormKeys {
  return attempt?.form === form && attempt.nonce ? { nonce: attempt.nonce } : keys;
}

function commentOf({ context: { messages }, attempt }: DecisionView, form: Answer) {
  const name = fieldName(form, 'comment');
  return { messages, name, value: attempt?.values[name], error: attempt?.errors[name] };
}
