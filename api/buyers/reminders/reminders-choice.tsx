import type { Person } from '../../../deal/people.ts';
import { wantsNone } from '../../../deal/reminders/readers.ts';
import { Button } from '../../ui/fields/button.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import type { DealContext } from '../deal-context.ts';
import { reminderReaders, roleOf } from './reminder-readers.ts';

interface ChoiceProps {
  page: DealContext;
  keys: FormKeys;
}

/** Who is reminded by mail, and the choice not to be; quietly, below what matters. */
export function RemindersChoice({ page, keys }: ChoiceProps) {
  const readers = reminderReaders(page.deal);
  if (readers.length === 0) return null;
  return (
    <details class="disclosure unprinted">
      <summary>{page.context.messages.reminders.choice.title}</summary>
      <ul class="rows">
        {readers.map(person => (
          <ReaderRow key={person.email} page={page} keys={keys} person={person} />
        ))}
      </ul>
    </details>
  );
}

function ReaderRow({ page, keys, person }: ChoiceProps & { person: Person }) {
  const { deal, context, links } = page;
  const { reminders, deal: words } = context.messages;
  const role = roleOf(person, deal);
  const stopped = wantsNone(deal, person.email);
  const id = `reminded-${role}`;
  return (
    <li class="rows__item">
      <p id={id}>{stopped ? reminders.choice.off(person.name) : reminders.choice.on(person.name)}</p>
      <Form
        action={`${links.path}/${stopped ? 'resume' : 'stop'}-reminders`}
        keys={keys}
        name={`reminders-${role}`}
        class="form form--bare"
      >
        <input type="hidden" name="role" value={role} />
        <Button kind="secondary" size="small" describedBy={id}>
          {stopped ? words.actions.resumeReminders : words.actions.stopReminders}
        </Button>
      </Form>
    </li>
  );
}
