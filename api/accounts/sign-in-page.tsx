import type { ComponentChildren } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field, type FieldErrors } from '../ui/field.tsx';
import { Form, type FormKeys } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';

export interface SignInPageProps {
  context: PageContext;
  keys: FormKeys;
  title: string;
  /** What stands above the form, for example how far a set-up has come. */
  above?: ComponentChildren;
  /** The other way in, for whoever has no account. */
  below?: ComponentChildren;
  action: string;
  email?: string;
  errors?: FieldErrors;
  signedOut?: boolean;
}

/** Address and password. */
export function SignInPage(props: SignInPageProps) {
  const { context, keys, title, action, email, errors = {} } = props;
  const { messages } = context;
  const { signIn, fields } = messages.accounts;
  return (
    <Page context={context} title={title}>
      {props.above}
      {props.signedOut && <Alert tone="success" title={signIn.signedOut} />}
      <div class="card card--roomy">
        <h1>{title}</h1>
        <ErrorSummary messages={messages} errors={errors} />
        <Form action={action} keys={keys}>
          <Field
            messages={messages}
            name="email"
            label={fields.email}
            type="email"
            autocomplete="username"
            value={email}
            error={errors.email}
            required
          />
          <Field
            messages={messages}
            name="password"
            label={fields.password}
            type="password"
            autocomplete="current-password"
            error={errors.password}
            required
          />
          <div class="actions">
            <Button>{signIn.button}</Button>
          </div>
        </Form>
        {props.below}
        <p class="quiet small">{signIn.forgotten}</p>
      </div>
    </Page>
  );
}
