import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/fields/button.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { awayText } from '../away/away-card.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { type Person, type PersonState, stateOf } from './people.ts';
import { type DoneName, peopleUrl, personUrl } from './view.ts';

export interface PeopleView {
  context: DeskContext;
  people: Person[];
  done?: { name: DoneName; email: string };
}

/** Who works at the desk. */
export function PeoplePage({ view }: { view: PeopleView }) {
  const { context, people, done } = view;
  const { people: words } = context.messages.desk.settings;
  return (
    <SettingsFrame
      context={context}
      current="people"
      title={words.title}
      lead={words.lead}
      done={done && doneText(done, context)}
    >
      <div class="actions">
        <LinkButton href={`${peopleUrl}/new`}>{words.invite}</LinkButton>
      </div>
      <div class="card card--flush">
        <Table
          caption={words.title}
          columns={[
            { label: words.name },
            { label: words.roles },
            { label: words.state },
            { label: words.lastSignIn },
          ]}
          rows={people.map(person => rowOf(person, view))}
        />
      </div>
    </SettingsFrame>
  );
}

/** What became of a press, in words. */
export function doneText(
  { name, email }: { name: DoneName; email: string },
  { messages }: DeskContext,
): string {
  const { done } = messages.desk.settings.people;
  return name === 'invited' || name === 'linkSent' ? done[name](email) : done[name];
}

function rowOf(person: Person, { context, people }: PeopleView): Row {
  const away = awayText(person, { context, people });
  const { people: words } = context.messages.desk.settings;
  const { staffId, name, email, roles, lastSignInAt } = person;
  const quiet = stateOf(person) === 'inactive' ? 'quiet' : undefined;
  return {
    key: staffId,
    cells: [
      <div key="name">
        <a href={personUrl(staffId)}>{name}</a>
        {email === context.staff.email && <span class="quiet small"> ({words.you})</span>}
        <div class="quiet small">{email}</div>
      </div>,
      <span key="roles" class={quiet}>
        {roles.map(role => context.messages.desk.roles[role]).join(context.messages.ui.comma)}
      </span>,
      <div key="state">
        <StateBadge person={person} context={context} />
        {away && <div class="quiet small">{away}</div>}
      </div>,
      lastSignInAt ? (
        momentText(context, lastSignInAt.toISOString())
      ) : (
        <span key="never" class="quiet">
          {words.never}
        </span>
      ),
    ],
  };
}

const tones = { active: 'success', invited: 'accent', inactive: 'neutral' } as const satisfies Record<
  PersonState,
  string
>;

/** Whether somebody can sign in. */
export function StateBadge({ person, context }: { person: Person; context: DeskContext }) {
  const state = stateOf(person);
  return <Badge tone={tones[state]}>{context.messages.desk.settings.people.states[state]}</Badge>;
}
