import { Alert } from '../../ui/alert.tsx';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { ProblemPage } from '../../ui/pages/problem-page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

export interface VerifyPageProps {
  context: PageContext;
  keys: FormKeys;
  action: string;
  email: string;
  /** Another browser than the one that registered must know the password: opening a mail alone opens no account. */
  askPassword: boolean;
  /** For whoever does not know it any more: a new password proves the address as well. */
  forgottenUrl: string;
  errors?: FieldErrors;
  /** Why the address was not verified. */
  problem?: string;
}

/** The button is there because mail scanners open links; they press no buttons. */
export function VerifyPage(props: VerifyPageProps) {
  const { context, keys, action, email, askPassword, errors = {}, problem } = props;
  const { messages } = context;
  const { verify, fields, signIn } = messages.accounts;
  return (
    <Page context={context} title={verify.title}>
      <div class="card card--roomy">
        <h1>{verify.title}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <SummaryList items={[{ label: verify.address, value: <strong>{email}</strong> }]} />
        <Form action={action} keys={keys} here>
          {askPassword && (
            <>
              {/* Tells password managers whose password is wanted. */}
              <input type="hidden" name="username" value={email} autocomplete="username" />
              <Field
                messages={messages}
                name="password"
                label={fields.password}
                hint={verify.otherBrowser}
                type="password"
                autocomplete="current-password"
                error={errors.password}
                required
              />
            </>
          )}
          <div class="actions">
            <Button>{verify.button}</Button>
            {askPassword && <a href={props.forgottenUrl}>{signIn.forgotten}</a>}
          </div>
        </Form>
      </div>
    </Page>
  );
}

/** The address was confirmed before, for example by pressing twice. */
export function VerifiedPage({ context, next }: { context: PageContext; next: string }) {
  const { verify } = context.messages.accounts;
  return (
    <Page context={context} title={verify.doneTitle}>
      <div class="card card--roomy">
        <h1>{verify.doneTitle}</h1>
        <p class="lead">{verify.done}</p>
        <div class="actions">
          <LinkButton href={next}>{verify.continue}</LinkButton>
        </div>
      </div>
    </Page>
  );
}

/** The link is too old, used, or replaced. */
export function VerifyOverPage({
  context,
  goodForHours,
  signInUrl,
}: {
  context: PageContext;
  goodForHours: number;
  signInUrl: string;
}) {
  const { verify, signIn } = context.messages.accounts;
  return (
    <ProblemPage
      context={context}
      title={verify.overTitle}
      what={verify.over(goodForHours)}
      next={verify.overNext}
      action={{ href: signInUrl, label: signIn.title }}
    />
  );
}
