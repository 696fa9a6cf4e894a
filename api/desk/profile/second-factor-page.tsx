import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { RecoveryCodes, SetUpFields, type SetUpProps } from '../second-factor/set-up.tsx';
import { profileUrl } from './profile-page.tsx';
import { secondFactorUrl } from './second-factor-card.tsx';

export interface SetUpView extends Omit<SetUpProps, 'context'> {
  context: DeskContext;
  errors?: FieldErrors;
  problem?: string;
}

/** Where somebody sets up a second factor for himself. */
export function SetUpPage({ view }: { view: SetUpView }) {
  const { context, errors = {}, problem } = view;
  const { messages, keys, staff } = context;
  const words = messages.desk.secondFactor;
  return (
    <DeskFrame context={context} title={words.setUpTitle}>
      <div class="card card--roomy card--form">
        <h1>{words.setUpTitle}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <p>{words.lead}</p>
        <Form action={secondFactorUrl} keys={keys} here>
          <SetUpFields {...view} />
          {/* Tells password managers whose password is asked for. */}
          <input type="hidden" name="username" value={staff.email} autocomplete="username" />
          <Field
            messages={messages}
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            error={errors.password}
            required
          />
          <Button>{words.switchOn}</Button>
        </Form>
      </div>
    </DeskFrame>
  );
}

/** The new recovery codes, once. */
export function CodesPage({ context, codes }: { context: DeskContext; codes: readonly string[] }) {
  return (
    <DeskFrame context={context} title={context.messages.desk.secondFactor.codesTitle}>
      <RecoveryCodes context={context} codes={codes} goOn={profileUrl} />
    </DeskFrame>
  );
}
