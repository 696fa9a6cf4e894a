import { passwordLength } from '../../../shared/accounts/password-rule.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { ProblemPage } from '../../ui/pages/problem-page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

export interface NewPasswordPageProps {
  context: PageContext;
  keys: FormKeys;
  action: string;
  email: string;
  errors?: FieldErrors;
  /** Why the password was not changed. */
  problem?: string;
}

/** Opening it changes nothing, because mail scanners open links; they fill in no forms. */
export function NewPasswordPage(props: NewPasswordPageProps) {
  const { context, keys, action, email, errors = {}, problem } = props;
  const { messages } = context;
  const { newPassword, verify, passwordHint } = messages.accounts;
  return (
    <Page context={context} title={newPassword.title}>
      <div class="card card--roomy">
        <h1>{newPassword.title}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <SummaryList items={[{ label: verify.address, value: <strong>{email}</strong> }]} />
        <Form action={action} keys={keys} here>
          {/* Tells password managers whose password is changed. */}
          <input type="hidden" name="username" value={email} autocomplete="username" />
          <Field
            messages={messages}
            name="password"
            label={newPassword.field}
            hint={passwordHint(passwordLength.min)}
            type="password"
            autocomplete="new-password"
            error={errors.password}
            required
          />
          <p class="quiet">{newPassword.elsewhere}</p>
          <div class="actions">
            <Button>{newPassword.button}</Button>
          </div>
        </Form>
      </div>
    </Page>
  );
}

/** The link is too old, used, or not whole. `again`: where another one is asked for. */
export function ResetOverPage({
  context,
  goodForHours,
  again,
  signIn,
}: {
  context: PageContext;
  goodForHours: number;
  again: string;
  signIn: string;
}) {
  const { newPassword, forgotten } = context.messages.accounts;
  return (
    <ProblemPage
      context={context}
      title={newPassword.overTitle}
      what={newPassword.over(goodForHours)}
      next={
        <>
          {newPassword.overNext} <a href={signIn}>{forgotten.back}</a>
        </>
      }
      action={{ href: again, label: newPassword.again }}
    />
  );
}
