import type { ComponentChildren } from 'preact';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';

export interface SignInPageProps {
  context: PageContext;
  keys: FormKeys;
  title: string;
  /** What stands above the form, for example how far a set-up has come. */
  above?: ComponentChildren;
  /** The other way in, for whoever has no account. */
  below?: ComponentChildren;
  /** Where a new password is asked for. */
  forgotten: string;
  action: string;
  email?: string;
  /** The last attempt failed; which of the two was wrong is told to nobody. */
  wrong?: boolean;
  /** Why nobody was let in otherwise. */
  problem?: string;
  signedOut?: boolean;
}

/** Address and password. */
export function SignInPage(props: SignInPageProps) {
  const { context, keys, title, action, email, wrong, problem } = props;
  const { messages } = context;
  const { signIn, fields } = messages.accounts;
  return (
    <Page context={context} title={title}>
      {props.above}
      {props.signedOut && <Alert tone="success" title={signIn.signedOut} />}
      <div class="card card--roomy">
        <h1>{title}</h1>
        {wrong && (
          <Alert tone="danger" title={signIn.wrong}>
            <p>{signIn.wrongNext}</p>
          </Alert>
        )}
        {problem && <Alert tone="danger" title={problem} />}
        <Form action={action} keys={keys} here>
          <Field
            messages={messages}
            name="email"
            label={fields.email}
            type="email"
            autocomplete="username"
            value={email}
            required
          />
          <Field
            messages={messages}
            name="password"
            label={fields.password}
            type="password"
            autocomplete="current-password"
            required
          />
          <div class="actions">
            <Button>{signIn.button}</Button>
            <a href={props.forgotten}>{signIn.forgotten}</a>
          </div>
        </Form>
        {props.below}
      </div>
    </Page>
  );
}
