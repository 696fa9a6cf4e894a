import { mailTopics } from '../../../../deal/mails/topics.ts';
import { languages } from '../../../../deal/people.ts';
import { formatZone } from '../../../../shared/i18n/format.ts';
import type { ChangedFields } from '../../../../shared/models/desk/desk-change.ts';
import { deskRoles } from '../../../../shared/models/staff.ts';
import { type DeskContext, momentText } from '../../desk-context.ts';

type Value = ChangedFields[string] | undefined;

/** What stands in one field of a change, in the reader's words. */
export function valueText({ name, value }: { name: string; value: Value }, context: DeskContext): string {
  const { desk, ui } = context.messages;
  const { none, yes, no } = desk.settings.changes;
  if (value === undefined || value === '') return none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string') return wordsOf({ name, value }, context);
  return value.map(each => wordOf(each, context)).join(ui.comma) || none;
}

function wordsOf({ name, value }: { name: string; value: string }, context: DeskContext): string {
  if (name === 'language') return languageText(value, context);
  if (name === 'timeZone') return formatZone(value);
  return isMoment(value) ? momentText(context, value) : value;
}

const isMoment = (value: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);

function languageText(value: string, { messages }: DeskContext): string {
  const language = languages.find(each => each === value);
  return language ? messages.ui.languages[language] : value;
}

/** A role or a topic; no word is both. */
function wordOf(value: string, { messages: { desk } }: DeskContext): string {
  const role = deskRoles.find(each => each === value);
  const topic = mailTopics.find(each => each === value);
  if (topic) return desk.settings.topics.names[topic];
  return role ? desk.roles[role] : value;
}
