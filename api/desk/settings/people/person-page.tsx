import { staffLinkGoodForDays } from '../../../../shared/accounts/staff-link.ts';
import { Button } from '../../../ui/fields/button.tsx';
import { Field } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { listUrl } from '../../deals/filter.ts';
import { momentText } from '../../desk-context.ts';
import { AwayCard } from '../away/away-card.tsx';
import { Meanwhile } from '../changes/meanwhile.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { MailsCard } from '../topics/mails-card.tsx';
import { stateOf } from './people.ts';
import { doneText, StateBadge } from './people-page.tsx';
import { AboutFields, RoleFields } from './person-form.tsx';
import { type FormView, type PersonView, peopleUrl, personUrl } from './view.ts';

const keysOf = ({ context: { keys }, nonce }: FormView) => (nonce ? { ...keys, nonce } : keys);

/** Where a colleague is invited. */
export function InvitePage({ view }: { view: FormView }) {
  const { context, values, errors, problem } = view;
  const { messages } = context;
  const { people: words } = messages.desk.settings;
  return (
    <SettingsFrame
      context={context}
      current="people"
      title={words.newTitle}
      lead={words.newLead(staffLinkGoodForDays)}
      {...{ errors, problem }}
    >
      <div class="card card--roomy card--form">
        <Form action={`${peopleUrl}/new`} keys={keysOf(view)} here>
          <Field
            messages={messages}
            name="email"
            type="email"
            label={words.email}
            value={values.email ?? ''}
            error={errors?.email}
            autocomplete="off"
            required
          />
          <AboutFields view={view} />
          <RoleFields view={view} isOwn={false} />
          <Button>{words.sendInvitation}</Button>
        </Form>
      </div>
    </SettingsFrame>
  );
}

/** One person: what he is and may do, and the end of it. */
export function PersonPage({ view }: { view: PersonView }) {
  const { context, person, seen, meanwhile = [], done, errors, problem } = view;
  const { people: words, values } = context.messages.desk.settings;
  const isOwn = person.email === context.staff.email;
  return (
    <SettingsFrame
      context={context}
      current="people"
      title={person.name}
      done={done && doneText({ name: done, email: person.email }, context)}
      {...{ errors, problem }}
    >
      <p>
        <a href={peopleUrl}>{words.back}</a>
      </p>
      {meanwhile.length > 0 && (
        <Meanwhile
          context={context}
          changes={meanwhile}
          title={words.meanwhile}
          text={values.meanwhileText}
        />
      )}
      <Known view={view} />
      <div class="card card--roomy card--form">
        <Form action={personUrl(person.staffId)} keys={keysOf(view)} here>
          <input type="hidden" name="seen" value={seen} />
          <AboutFields view={view} />
          <RoleFields view={view} email={person.email} isOwn={isOwn} />
          <Button>{words.save}</Button>
        </Form>
      </div>
      {person.active && (
        <>
          <AwayCard
            view={{ ...view, action: `${personUrl(person.staffId)}/away`, values: view.typed?.away }}
          />
          <MailsCard
            view={{ ...view, action: `${personUrl(person.staffId)}/mails`, values: view.typed?.mails }}
          />
        </>
      )}
      <Presses view={view} />
    </SettingsFrame>
  );
}

function Known({ view: { context, person } }: { view: PersonView }) {
  const { people: words } = context.messages.desk.settings;
  const { email, lastSignInAt } = person;
  return (
    <div class="card card--form">
      <SummaryList
        items={[
          { label: words.email, value: email },
          { label: words.state, value: <StateBadge person={person} context={context} /> },
          {
            label: words.lastSignIn,
            value: lastSignInAt ? momentText(context, lastSignInAt.toISOString()) : words.never,
          },
          { label: words.deals, value: <a href={listUrl({ owner: email })}>{context.messages.ui.deals}</a> },
        ]}
      />
    </div>
  );
}

interface Press {
  action: string;
  label: string;
  text: string;
  isDanger?: true;
}

/** What ends, or opens again, somebody's way in; each says what it does before it is pressed. */
function Presses({ view }: { view: PersonView }) {
  const { context, person } = view;
  const { people: words } = context.messages.desk.settings;
  return (
    <section class="card card--roomy card--form stack">
      <h2>{words.moreTitle}</h2>
      {pressesFor(view).map(({ action, label, text, isDanger }) => (
        <Form
          key={action}
          action={`${personUrl(person.staffId)}/${action}`}
          keys={context.keys}
          name={action}
          class="stack stack--tight"
        >
          <p class="quiet" id={`about-${action}`}>
            {text}
          </p>
          <div class="actions">
            <Button kind={isDanger ? 'danger' : 'secondary'} describedBy={`about-${action}`}>
              {label}
            </Button>
          </div>
        </Form>
      ))}
    </section>
  );
}

function pressesFor({ context, person }: PersonView): Press[] {
  const { people: words } = context.messages.desk.settings;
  const days = staffLinkGoodForDays;
  const again = { action: 'link', label: words.inviteAgain, text: words.inviteAgainText };
  const link = { action: 'link', label: words.sendLink, text: words.sendLinkText(days) };
  const reset = {
    action: 'reset-second-factor',
    label: words.resetSecondFactor,
    text: words.resetSecondFactorText,
    isDanger: true,
  } as const;
  const out = { action: 'end-sign-ins', label: words.endSignIns, text: words.endSignInsText };
  const end = {
    action: 'deactivate',
    label: words.deactivate,
    text: words.deactivateText,
    isDanger: true,
  } as const;
  const back = { action: 'reactivate', label: words.reactivate, text: words.reactivateText };
  const undo = { ...end, label: words.takeBack, text: words.takeBackText };
  if (person.email === context.staff.email) return [out];
  const byState = {
    active: [link, out, ...(person.secondFactor ? [reset] : []), end],
    invited: [again, undo],
    inactive: [person.hasPassword ? back : again],
  };
  return byState[stateOf(person)];
}
