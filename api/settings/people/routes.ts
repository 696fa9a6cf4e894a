import { Type } from 'typebox';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { newestChange } from '../../desk/settings/changes/since.ts';
import { changePerson, factsChangedSince } from '../../desk/settings/people/change-people.ts';
import { parsePerson } from '../../desk/settings/people/parse-person.ts';
import { listPeople, personBy } from '../../desk/settings/people/people.ts';
import { valuesOf } from '../../desk/settings/people/view.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { askingIn } from '../asking.ts';
import { changedMeanwhile, invalidFields } from '../refusals.ts';
import { common, idempotencyHeader, seen, staffParams, strict } from '../schemas.ts';
import { awayApiRoutes } from './away-routes.ts';
import { inviteApiRoute } from './invite-route.ts';
import { mailsApiRoute } from './mails-route.ts';
import { editable, personAnswer, personSchema } from './person.ts';
import { pressApiRoutes } from './press-routes.ts';
import { refusedProblem } from './refused.ts';

const url = '/api/settings/people';
const personUrl = `${url}/:staffId`;
const list = Type.Object({ people: Type.Array(personSchema), seen });
const one = Type.Object({ person: personSchema, seen });

/** Who works at the desk, for programs. */
export async function peopleApiRoutes(app: App, deps: Deps): Promise<void> {
  const listed = { 200: list, ...problemAnswers };
  app.get(url, { schema: { ...common, summary: 'Everybody', response: listed } }, async () => {
    const newest = await newestChange(deps.db);
    const people = await listPeople(deps.db);
    return { people: people.map(personAnswer), seen: newest };
  });
  onePersonRoutes(app, deps);
  inviteApiRoute(app, deps, url);
  pressApiRoutes(app, deps, personUrl);
  awayApiRoutes(app, deps, personUrl);
  mailsApiRoute(app, deps, personUrl);
}

function onePersonRoutes(app: App, deps: Deps): void {
  const response = { 200: one, ...problemAnswers };
  const read = async (staffId: string) => {
    const newest = await newestChange(deps.db);
    return { person: personAnswer(await personBy(deps, staffId)), seen: newest };
  };
  const reading = { ...common, summary: 'One person', params: staffParams, response };
  app.get(personUrl, { schema: reading }, async request => read(request.params.staffId));

  const body = Type.Object({ ...editable, seen }, strict);
  const headers = idempotencyHeader;
  const changing = { ...common, summary: 'Change a person', params: staffParams, headers, body, response };
  app.put(personUrl, { schema: changing }, async request => {
    const { staffId } = request.params;
    const { seen: known, ...said } = request.body;
    const { email } = await personBy(deps, staffId);
    const parsed = parsePerson(valuesOf(said), messagesIn(languageOf(request)));
    if (parsed.errors) throw invalidFields(parsed.errors);
    const asking = { ...askingIn(request), seen: known };
    const refused = await changePerson(deps, staffId, { person: parsed.person, ...asking });
    if (refused?.refused === 'changedMeanwhile')
      throw changedMeanwhile(await factsChangedSince(deps.db, { email, seen: known }));
    if (refused) throw refusedProblem(refused.refused, request);
    return read(staffId);
  });
}
