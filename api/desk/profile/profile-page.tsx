import { passwordLength } from '../../../shared/accounts/password-rule.ts';
import type { FormValues } from '../../forms/fields.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { AwayCard } from '../settings/away/away-card.tsx';
import type { Person } from '../settings/people/people.ts';
import { AboutFields } from '../settings/people/person-form.tsx';
import type { OwnFormName } from '../settings/people/view.ts';
import { MailsCard } from '../settings/topics/mails-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';

export const profileUrl = '/desk/profile';
export const passwordUrl = `${profileUrl}/password`;

export interface ProfileView {
  context: DeskContext;
  person: Person;
  people: Person[];
  values: FormValues;
  /** What was typed into one of his own forms, when that comes back. */
  typed?: Partial<Record<OwnFormName, FormValues>>;
  allZones?: boolean;
  done?: 'saved' | 'changed' | 'off';
  /** His role needs a second factor. */
  needsFactor?: boolean;
  errors?: FieldErrors;
  problem?: string;
}

/** What everybody at the desk sets for himself. */
export function ProfilePage({ view }: { view: ProfileView }) {
  const { context, done, errors = {}, problem } = view;
  const { messages, staff, keys } = context;
  const { profile, settings, roles } = messages.desk;
  return (
    <DeskFrame context={context} title={profile.title}>
      <div class="stack stack--tight">
        <h1>{profile.title}</h1>
        <p class="lead">{profile.lead}</p>
      </div>
      {done && <Alert tone="success" title={doneText(done, context)} takesFocus />}
      {problem && <Alert tone="danger" title={problem} />}
      <ErrorSummary messages={messages} errors={errors} />
      <StandsIn view={view} />
      <section class="card card--roomy card--form">
        <h2>{profile.aboutTitle}</h2>
        <SummaryList
          items={[
            { label: settings.people.email, value: staff.email },
            {
              label: settings.people.roles,
              value: staff.roles.map(role => roles[role]).join(messages.ui.comma),
            },
          ]}
        />
        <p class="quiet small">
          {profile.emailHint} {profile.rolesBy}
        </p>
        <Form action={profileUrl} keys={keys} name="about" here>
          <AboutFields view={view} />
          <Button>{profile.save}</Button>
        </Form>
      </section>
      <AwayCard view={{ ...view, action: `${profileUrl}/away`, values: view.typed?.away }} />
      <MailsCard view={{ ...view, action: `${profileUrl}/mails`, values: view.typed?.mails }} />
      <Password view={view} />
      {view.person.hasPassword && <SecondFactorCard view={view} />}
    </DeskFrame>
  );
}

const doneText = (done: 'saved' | 'changed' | 'off', { messages: { desk } }: DeskContext) =>
  done === 'off' ? desk.secondFactor.done.off : desk.profile[done];

function StandsIn({ view: { context } }: { view: ProfileView }) {
  const { messages, staff } = context;
  const { away } = messages.desk.settings;
  if (!staff.standsInFor) return null;
  const names = staff.standsInFor.map(({ name }) => name).join(messages.ui.comma);
  return (
    <Alert tone="info" title={away.standsInFor(names)}>
      {away.standsInText}
    </Alert>
  );
}

function Password({ view: { context, errors = {} } }: { view: ProfileView }) {
  const { messages, keys, staff } = context;
  const { profile } = messages.desk;
  const part = (name: 'current' | 'password', label: string) => ({
    messages,
    name,
    label,
    type: 'password' as const,
    error: errors[name],
    required: true,
  });
  return (
    <section class="card card--roomy card--form">
      <h2>{profile.passwordTitle}</h2>
      <Form action={passwordUrl} keys={keys} name="password">
        {/* Tells password managers whose password is changed. */}
        <input type="hidden" name="username" value={staff.email} autocomplete="username" />
        <Field {...part('current', profile.current)} autocomplete="current-password" />
        <Field
          {...part('password', profile.new)}
          hint={messages.accounts.passwordHint(passwordLength.min)}
          autocomplete="new-password"
        />
        <Button kind="secondary">{profile.change}</Button>
      </Form>
    </section>
  );
}
