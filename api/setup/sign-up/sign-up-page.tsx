import { passwordLength } from '../../../shared/accounts/password-rule.ts';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { setupPath } from '../next-page.ts';
import { SetupPage, type SetupPlace } from '../setup-page.tsx';
import type { SignUpFields } from './parse-sign-up.ts';

export interface RegisterPageProps extends SetupPlace {
  /** What was bought and by whom; only for those who may open the set-up. */
  purchase?: { product: string; awsAccountId: string };
  /** Never the password. */
  fields?: Omit<SignUpFields, 'password'>;
  errors?: FieldErrors;
}

/** Where AWS sends a buyer: a new account, or the way to sign in with an old one. */
export function RegisterPage(props: RegisterPageProps) {
  const { context, keys, sessionId, purchase, errors = {} } = props;
  const { messages } = context;
  const { setup } = messages;
  return (
    <SetupPage {...props} title={setup.register.title} current="account" handOver={Boolean(purchase)}>
      <div class="stack">
        <h1>{setup.register.title}</h1>
        <p class="lead">{setup.register.lead}</p>
        {purchase && <p class="quiet">{setup.purchase(purchase.product, purchase.awsAccountId)}</p>}
      </div>
      <p>
        <a href={setupPath(sessionId, 'sign-in')}>{setup.register.signIn}</a>
      </p>
      <div class="card card--roomy">
        <ErrorSummary messages={messages} errors={errors} />
        <Form action={setupPath(sessionId, 'register')} keys={keys} here>
          <WhoSignsUp {...props} />
          <div class="actions">
            <Button>{setup.register.button}</Button>
          </div>
        </Form>
      </div>
    </SetupPage>
  );
}

function WhoSignsUp({ context: { messages }, fields, errors = {} }: RegisterPageProps) {
  const { setup, accounts } = messages;
  const part = (name: keyof SignUpFields) => ({
    messages,
    name,
    label: accounts.fields[name],
    error: errors[name],
    required: true,
  });
  return (
    <>
      <Field
        {...part('accountName')}
        hint={setup.register.accountNameHint}
        autocomplete="name"
        maxLength={100}
        value={fields?.accountName}
      />
      <Field
        {...part('email')}
        hint={setup.register.emailHint}
        type="email"
        autocomplete="email"
        maxLength={254}
        value={fields?.email}
      />
      <Field
        {...part('password')}
        hint={accounts.passwordHint(passwordLength.min)}
        type="password"
        autocomplete="new-password"
      />
    </>
  );
}
