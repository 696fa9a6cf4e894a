import { topicsBut } from '../../../../deal/mails/topics.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { Deps } from '../../../deps.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { Wrong } from '../../../forms/submit.ts';
import { parseAway } from '../away/parse-away.ts';
import { setAway } from '../away/set-away.ts';
import type { Asking } from '../changes/asking.ts';
import { parseTopics } from '../topics/parse-topics.ts';
import { setMuted } from '../topics/set-muted.ts';
import type { Person } from './people.ts';
import { type OwnFormName, wrongOf } from './view.ts';

interface Asked {
  person: Person;
  values: FormValues;
  messages: Messages;
  asking: Asking;
}

/** What everybody sets on his own page and an admin for others too, by the end of the form's address. */
export const ownForms: Record<OwnFormName, (deps: Deps, asked: Asked) => Promise<Wrong | undefined>> = {
  async away(deps, { person, values, messages, asking }) {
    const parsed = parseAway(values, { messages, timeZone: person.timeZone, now: deps.now() });
    if (parsed.errors) return { errors: parsed.errors };
    const refused = await setAway(deps, person.staffId, { away: parsed.away, ...asking });
    return refused && wrongOf(refused.refused, messages);
  },

  async mails(deps, { person, values, messages, asking }) {
    const muted = topicsBut(parseTopics(values));
    const refused = await setMuted(deps, person.staffId, { muted, ...asking });
    return refused && wrongOf(refused.refused, messages);
  },
};
