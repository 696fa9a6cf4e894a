import type { ComponentChildren } from 'preact';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';

export interface ForgottenPageProps {
  context: PageContext;
  keys: FormKeys;
  action: string;
  /** Where to sign in, for whoever remembers. */
  signIn: string;
  above?: ComponentChildren;
  email?: string;
  errors?: FieldErrors;
  /** Why no mail was sent. */
  problem?: string;
}

/** For whoever has forgotten his password: the address to which the link goes. */
export function ForgottenPage(props: ForgottenPageProps) {
  const { context, keys, action, signIn, above, email, errors = {}, problem } = props;
  const { messages } = context;
  const { forgotten, fields } = messages.accounts;
  return (
    <Page context={context} title={forgotten.title}>
      {above}
      <div class="card card--roomy">
        <h1>{forgotten.title}</h1>
        <p class="lead">{forgotten.lead}</p>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <Form action={action} keys={keys} here>
          <Field
            messages={messages}
            name="email"
            label={fields.email}
            hint={forgotten.emailHint}
            type="email"
            autocomplete="username"
            maxLength={254}
            value={email}
            error={errors.email}
            required
          />
          <div class="actions">
            <Button>{forgotten.button}</Button>
            <a href={signIn}>{forgotten.back}</a>
          </div>
        </Form>
      </div>
    </Page>
  );
}
