import { passwordLength } from '../../../shared/accounts/password-rule.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { DeskPage } from '../../ui/pages/desk-page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { ProblemPage } from '../../ui/pages/problem-page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Person } from '../settings/people/people.ts';

export interface InvitationView {
  context: PageContext;
  keys: FormKeys;
  /** The page's own address, which lets its bearer in. */
  action: string;
  person: Person;
  errors?: FieldErrors;
  problem?: string;
}

/** Where somebody of the staff chooses a password. Opening it changes nothing, because mail scanners open links. */
export function InvitationPage({ view }: { view: InvitationView }) {
  const { context, keys, action, person, errors = {}, problem } = view;
  const { messages, vendorName } = context;
  const { invitation, profile, settings } = messages.desk;
  const title = person.hasPassword ? invitation.again : invitation.title;
  return (
    <DeskPage context={context} title={title}>
      <div class="card card--roomy card--door">
        <h1>{title}</h1>
        <p>{person.hasPassword ? invitation.againLead : invitation.lead(vendorName)}</p>
        {problem && <Alert tone="danger" title={problem} />}
        <ErrorSummary messages={messages} errors={errors} />
        <SummaryList
          items={[
            { label: settings.people.name, value: person.name },
            { label: settings.people.email, value: person.email },
          ]}
        />
        <Form action={action} keys={keys} here>
          {/* Tells password managers whose password is chosen. */}
          <input type="hidden" name="username" value={person.email} autocomplete="username" />
          <Field
            messages={messages}
            name="password"
            label={profile.new}
            hint={messages.accounts.passwordHint(passwordLength.min)}
            type="password"
            autocomplete="new-password"
            error={errors.password}
            required
          />
          <Button>{invitation.button}</Button>
        </Form>
      </div>
    </DeskPage>
  );
}

/** The link is too old, used, replaced, or not whole. */
export function InvitationOverPage({ context }: { context: PageContext }) {
  const { invitation } = context.messages.desk;
  return (
    <ProblemPage
      context={context}
      title={invitation.overTitle}
      what={invitation.over}
      next={invitation.overNext}
      action={{ href: '/desk/sign-in', label: invitation.signIn }}
    />
  );
}
