import type { OrganizationChoice } from '../../../shared/accounts/accounts.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { type Choice, ChoiceField } from '../../ui/fields/choice-field.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { setupPath } from '../next-page.ts';
import { SetupPage, type SetupPlace } from '../setup-page.tsx';
import { type ChoiceFields, newOrganization } from './parse-choice.ts';

export interface OrganizationPageProps extends SetupPlace {
  organizations: OrganizationChoice[];
  purchase: { product: string; awsAccountId: string; months?: number };
  fields: ChoiceFields;
  errors?: FieldErrors;
  /** Why the deal did not take the choice. */
  refusal?: string;
  /** The organization whose link support has ended. */
  unlinkedFrom?: string;
}

/** Which organization is to be billed, and what that changes. */
export function OrganizationPage(props: OrganizationPageProps) {
  const { context, keys, sessionId, purchase, refusal, unlinkedFrom, errors = {} } = props;
  const { messages } = context;
  const { organization } = messages.setup;
  return (
    <SetupPage {...props} title={organization.title} current="organization" handOver>
      <div class="stack">
        <h1>{organization.title}</h1>
        <p class="lead">{organization.lead}</p>
      </div>
      {unlinkedFrom && (
        <Alert title={organization.unlinked(unlinkedFrom)}>
          <p>{organization.unlinkedText}</p>
        </Alert>
      )}
      {refusal && (
        <Alert tone="danger" title={messages.setup.progress.refusedTitle}>
          <p>{refusal}</p>
        </Alert>
      )}
      <div class="card card--roomy">
        <ErrorSummary messages={messages} errors={errors} />
        <Form action={setupPath(sessionId, 'organization')} keys={keys} here>
          <OrganizationFields {...props} />
          <Changes messages={messages} purchase={purchase} />
          <div class="actions">
            <Button>{organization.button}</Button>
          </div>
        </Form>
      </div>
    </SetupPage>
  );
}

function OrganizationFields({
  context,
  sessionId,
  organizations,
  fields,
  errors = {},
}: OrganizationPageProps) {
  const { messages } = context;
  const { organization } = messages.setup;
  const choices = organizations.map(each => choiceFrom(each, { messages, sessionId }));
  return (
    <>
      <ChoiceField
        messages={messages}
        name="organization"
        label={organization.question}
        choices={[...choices, { value: newOrganization, label: organization.newOne }]}
        values={[fields.organization]}
        error={errors.organization}
      />
      <div class="when-new">
        <Field
          messages={messages}
          name="newName"
          label={organization.newName}
          autocomplete="organization"
          maxLength={100}
          value={fields.newName}
          error={errors.newName}
        />
      </div>
    </>
  );
}

/** Nothing is left out: what cannot be chosen says why, and who can cure it. */
function choiceFrom(
  { organizationId, name, role, obstacle, returning, billed }: OrganizationChoice,
  { messages, sessionId }: { messages: Messages; sessionId: string },
): Choice {
  const { accounts, setup } = messages;
  const label = accounts.withRole(name, accounts.roles[role]);
  const hint = billed ? setup.organization.billed : returning && setup.organization.returning;
  if (!obstacle) return { value: organizationId, label, ...(hint && { hint }) };
  const blocked = (
    <>
      {accounts.obstacles[obstacle]}{' '}
      {obstacle === 'notAllowed' && (
        <a href={setupPath(sessionId, 'hand-over')}>{setup.organization.askOwner}</a>
      )}
    </>
  );
  return { value: organizationId, label, blocked };
}

function Changes({ messages, purchase }: { messages: Messages } & Pick<OrganizationPageProps, 'purchase'>) {
  const { organization } = messages.setup;
  const { change } = organization;
  const { product, awsAccountId, months } = purchase;
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{organization.changes}</h2>
      <SummaryList
        items={[
          { label: change.billing, value: change.billingText(awsAccountId) },
          { label: change.plan, value: months ? change.planText(product, months) : product },
          { label: change.credit, value: change.creditText },
          { label: change.later, value: change.laterText },
        ]}
      />
    </section>
  );
}
