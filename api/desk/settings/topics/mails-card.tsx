import { topicsBut } from '../../../../deal/mails/topics.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { Button } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import type { DeskContext } from '../../desk-context.ts';
import type { Person } from '../people/people.ts';
import { topicValues } from './parse-topics.ts';
import { TopicChoices } from './topic-choices.tsx';

interface MailsView {
  context: DeskContext;
  person: Person;
  /** Where the form posts to. */
  action: string;
  /** As it was ticked, when it comes back. */
  values?: FormValues;
}

/** What somebody has mails about. Nothing for whoever has no part in any deal. */
export function MailsCard({ view: { context, person, action, values } }: { view: MailsView }) {
  const { messages, keys } = context;
  const { topics: words } = messages.desk.settings;
  const { muted = [], roles } = person;
  const isOwn = person.email === context.staff.email;
  if (roles.every(role => role === 'admin')) return null;
  return (
    <section class="card card--roomy card--form stack" id="mails">
      <h2>{words.title}</h2>
      <p class="quiet">{isOwn ? words.ownLead : words.lead}</p>
      <Form action={action} keys={keys} name="mails">
        <TopicChoices
          messages={messages}
          values={values ?? topicValues(topicsBut(muted))}
          waitingHint={words.waitingHint}
        />
        <Button kind="secondary">{words.save}</Button>
      </Form>
    </section>
  );
}
