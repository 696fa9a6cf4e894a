import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { DeskPage } from '../../ui/pages/desk-page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { codeUrl, setUpUrl } from './begun.ts';
import { RecoveryCodes, SetUpFields, type SetUpProps } from './set-up.tsx';

export interface DoorView {
  context: PageContext;
  keys: FormKeys;
  email: string;
  errors?: FieldErrors;
  problem?: string;
}

/** After the password: the code of the app, or one that was kept for the day without it. */
export function CodePage({ view }: { view: DoorView }) {
  const { context, keys, email, errors = {}, problem } = view;
  const { messages } = context;
  const words = messages.desk.secondFactor;
  return (
    <DeskPage context={context} title={words.signInTitle}>
      <div class="card card--roomy card--door">
        <h1>{words.signInTitle}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <p>{words.signInLead(email)}</p>
        <Form action={codeUrl} keys={keys} here>
          <Field
            messages={messages}
            name="code"
            label={words.signInCode}
            autocomplete="one-time-code"
            error={errors.code}
            required
          />
          <Button>{words.submit}</Button>
        </Form>
        <p class="quiet small">{words.lost}</p>
        <p class="small">
          <a href="/desk/sign-in">{words.startAgain}</a>
        </p>
      </div>
    </DeskPage>
  );
}

/** Whose role needs a second factor sets it up before he is signed in. */
export function DoorSetUpPage({ view }: { view: DoorView & Omit<SetUpProps, 'context' | 'errors'> }) {
  const { context, keys, errors = {}, problem } = view;
  const { messages } = context;
  const words = messages.desk.secondFactor;
  return (
    <DeskPage context={context} title={words.setUpTitle}>
      <div class="card card--roomy card--form">
        <h1>{words.setUpTitle}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <p class="lead">{words.mustSetUp}</p>
        <Form action={setUpUrl} keys={keys} here>
          <SetUpFields {...view} />
          <Button>{words.switchOn}</Button>
        </Form>
      </div>
    </DeskPage>
  );
}

/** Signed in now, with codes to be kept. */
export function DoorCodesPage({
  context,
  codes,
  next,
}: {
  context: PageContext;
  codes: readonly string[];
  next: string;
}) {
  return (
    <DeskPage context={context} title={context.messages.desk.secondFactor.codesTitle}>
      <RecoveryCodes context={context} codes={codes} goOn={next} />
    </DeskPage>
  );
}
