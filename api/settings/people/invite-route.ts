import { Type } from 'typebox';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { invite } from '../../desk/settings/people/invite.ts';
import { emailProblem, parsePerson } from '../../desk/settings/people/parse-person.ts';
import { personBy } from '../../desk/settings/people/people.ts';
import { valuesOf } from '../../desk/settings/people/view.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { askingIn } from '../asking.ts';
import { invalidFields } from '../refusals.ts';
import { common, idempotencyHeader, strict } from '../schemas.ts';
import { editable, personAnswer, personSchema } from './person.ts';
import { refusedProblem } from './refused.ts';

/** Puts somebody on the list and mails him a link, as the desk does. */
export function inviteApiRoute(app: App, deps: Deps, url: string): void {
  const schema = {
    ...common,
    summary: 'Invite somebody: a mail with a link goes out',
    headers: idempotencyHeader,
    body: Type.Object({ email: Type.String(), ...editable }, strict),
    response: { 201: personSchema, ...problemAnswers },
  };
  app.post(url, { schema }, async (request, reply) => {
    const messages = messagesIn(languageOf(request));
    const { email, ...said } = request.body;
    const values = { ...valuesOf(said), email };
    const parsed = parsePerson(values, messages);
    const errors = { ...emailProblem(values, messages), ...parsed.errors };
    if (parsed.errors || Object.keys(errors).length > 0) throw invalidFields(errors);
    const refused = await invite(deps, { ...parsed, ...askingIn(request) });
    if (refused) throw refusedProblem(refused.refused, request);
    const { _id } = await deps.db.staff.findOne({ email: parsed.email }, { _id: 1 }).orFail().lean();
    const staffId = String(_id);
    const person = personAnswer(await personBy(deps, staffId));
    return reply.code(201).header('location', `${url}/${staffId}`).send(person);
  });
}
