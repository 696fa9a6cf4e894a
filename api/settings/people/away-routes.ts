import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Away } from '../../../shared/models/staff.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { parseAway } from '../../desk/settings/away/parse-away.ts';
import { setAway } from '../../desk/settings/away/set-away.ts';
import { personBy } from '../../desk/settings/people/people.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { askingIn } from '../asking.ts';
import { invalidFields } from '../refusals.ts';
import { common, idempotencyHeader, staffParams, strict, words } from '../schemas.ts';
import { personAnswer, personSchema } from './person.ts';
import { refusedProblem } from './refused.ts';

const body = Type.Object(
  {
    lastDay: words('`YYYY-MM-DD` in the time zone of whoever is away, within a year'),
    standIn: words('Address of a colleague who is there'),
  },
  strict,
);

/** Somebody is away, or back. */
export function awayApiRoutes(app: App, deps: Deps, personUrl: string): void {
  const url = `${personUrl}/away`;
  const response = { 200: personSchema, ...problemAnswers };
  const schema = { ...common, params: staffParams, headers: idempotencyHeader, response };

  async function set(request: FastifyRequest, staffId: string, away?: Away) {
    const refused = await setAway(deps, staffId, { ...askingIn(request), ...(away && { away }) });
    if (refused) throw refusedProblem(refused.refused, request);
    return personAnswer(await personBy(deps, staffId));
  }

  app.put(url, { schema: { ...schema, summary: 'Away, with a stand-in', body } }, async request => {
    const { staffId } = request.params;
    const { timeZone } = await personBy(deps, staffId);
    const { lastDay, standIn } = request.body;
    const reader = { messages: messagesIn(languageOf(request)), timeZone, now: deps.now() };
    const parsed = parseAway({ awayUntil: lastDay, standIn }, reader);
    if (parsed.errors)
      throw invalidFields(parsed.errors, field => (field === 'awayUntil' ? '/lastDay' : `/${field}`));
    return set(request, staffId, parsed.away);
  });

  app.delete(url, { schema: { ...schema, summary: 'Back again' } }, async request => {
    const { staffId } = request.params;
    await personBy(deps, staffId);
    return set(request, staffId);
  });
}
