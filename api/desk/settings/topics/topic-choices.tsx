import { mailTopics, mustBeTold } from '../../../../deal/mails/topics.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { TickBoxes } from '../../../ui/fields/tick-boxes.tsx';
import { parseTopics, topicField } from './parse-topics.ts';

type Props = {
  messages: Messages;
  values: FormValues;
  /** Of what somebody must act on. */
  waitingHint?: string;
};

/** What staff can be told about: what somebody must act on, and what is good to know. */
export function TopicChoices({ messages, values, waitingHint }: Props) {
  const { groups } = messages.desk.settings.topics;
  return (
    <>
      <Group {...{ messages, values }} waits legend={groups.waiting} hint={waitingHint} />
      <Group {...{ messages, values }} waits={false} legend={groups.news} />
    </>
  );
}

function Group(props: Omit<Props, 'waitingHint'> & { waits: boolean; legend: string; hint?: string }) {
  const { messages, values, waits, legend, hint } = props;
  const { names, means } = messages.desk.settings.topics;
  const topics = mailTopics.filter(topic => mustBeTold(topic) === waits);
  const ticked = parseTopics(values);
  const boxes = topics.map(topic => ({
    name: topicField(topic),
    checked: ticked.includes(topic),
    label: names[topic],
    note: means[topic],
  }));
  return (
    <fieldset class="field">
      <legend class="field__label">{legend}</legend>
      {hint && <p class="field__hint">{hint}</p>}
      <TickBoxes boxes={boxes} />
    </fieldset>
  );
}
