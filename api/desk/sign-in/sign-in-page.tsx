import { Alert } from '../../ui/alert.tsx';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { DeskPage } from '../../ui/pages/desk-page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { oidcUrl } from './oidc/view.ts';

export interface SignInView {
  context: PageContext;
  keys: FormKeys;
  /** Path to go on to. */
  next: string;
  /** What the organization's own sign-in is called; absent where there is none. */
  provider?: string | undefined;
  email?: string;
  errors?: FieldErrors;
  /** Why nobody was let in. */
  problem?: string;
}

/** The staff's door. It says the same of a wrong password and of an address nobody has. */
export function SignInPage({ view }: { view: SignInView }) {
  const { context, keys, next, provider, email, errors = {}, problem } = view;
  const { messages } = context;
  const { signIn } = messages.desk;
  return (
    <DeskPage context={context} title={signIn.title}>
      <div class="card card--roomy card--door">
        <h1>{signIn.title}</h1>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        {provider && (
          <>
            <LinkButton href={oidcUrl(next)}>{signIn.withProvider(provider)}</LinkButton>
            <p class="quiet small">{signIn.or}</p>
          </>
        )}
        <Form action="/desk/sign-in" keys={keys}>
          <input type="hidden" name="next" value={next} />
          <Field
            messages={messages}
            name="email"
            label={signIn.email}
            type="email"
            autocomplete="username"
            value={email}
            error={errors.email}
            required
          />
          <Field
            messages={messages}
            name="password"
            label={signIn.password}
            type="password"
            autocomplete="current-password"
            error={errors.password}
            required
          />
          <Button kind={provider ? 'secondary' : 'primary'}>{signIn.submit}</Button>
        </Form>
        <p class="quiet small">{signIn.forgotten}</p>
      </div>
    </DeskPage>
  );
}
