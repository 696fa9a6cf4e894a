import { type MailTopic, mailTopics } from '../../../../deal/mails/topics.ts';
import type { FormValues } from '../../../forms/fields.ts';

/** The name of a topic's tick box. */
export const topicField = (topic: MailTopic) => `topic.${topic}`;

/** Topics as the tick boxes of a form have them. */
export const topicValues = (topics: readonly MailTopic[]): FormValues =>
  Object.fromEntries(topics.map(topic => [topicField(topic), 'yes']));

/** The topics that were ticked. */
export const parseTopics = (values: FormValues): MailTopic[] =>
  mailTopics.filter(topic => values[topicField(topic)] === 'yes');
