import { type MailTopic, mailTopics } from '../../../../deal/mails/topics.ts';
import type { FormValues } from '../../../forms/fields.ts';

const topicField = (topic: MailTopic) => `topic.${topic}`;

/** Topics as the tick boxes of a form have them. */
export const topicValues = (topics: readonly MailTopic[]): FormValues =>
  Object.fromEntries(topics.map(topic => [topicField(topic), 'yes']));

/** The topics that were ticked. */
export const parseTopics = (values: FormValues): MailTopic[] =>
  mailTopics.filter(topic => values[topicField(topic)] === 'yes');

/** One topic and whether it is ticked. */
export const topicBox = (topic: MailTopic, values: FormValues) => ({
  name: topicField(topic),
  checked: values[topicField(topic)] === 'yes',
});
