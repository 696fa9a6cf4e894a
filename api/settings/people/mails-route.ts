import { Type } from 'typebox';
import { mailTopics } from '../../../deal/mails/topics.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { personBy } from '../../desk/settings/people/people.ts';
import { setMuted } from '../../desk/settings/topics/set-muted.ts';
import { askingIn } from '../asking.ts';
import { common, idempotencyHeader, staffParams, strict } from '../schemas.ts';
import { muted, personAnswer, personSchema } from './person.ts';
import { refusedProblem } from './refused.ts';

/** What somebody has no mails about. */
export function mailsApiRoute(app: App, deps: Deps, personUrl: string): void {
  const schema = {
    ...common,
    summary: 'Choose what somebody has no mails about',
    params: staffParams,
    headers: idempotencyHeader,
    body: Type.Object({ muted: Type.Array(muted, { maxItems: mailTopics.length }) }, strict),
    response: { 200: personSchema, ...problemAnswers },
  };
  app.put(`${personUrl}/mails`, { schema }, async request => {
    const { staffId } = request.params;
    await personBy(deps, staffId);
    const refused = await setMuted(deps, staffId, { ...request.body, ...askingIn(request) });
    if (refused) throw refusedProblem(refused.refused, request);
    return personAnswer(await personBy(deps, staffId));
  });
}
