import { keysOf } from '../../../deal/keys-of.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { personBy } from '../../desk/settings/people/people.ts';
import { type PressName, presses } from '../../desk/settings/people/presses.ts';
import { askingIn } from '../asking.ts';
import { common, idempotencyHeader, staffParams } from '../schemas.ts';
import { personAnswer, personSchema } from './person.ts';
import { refusedProblem } from './refused.ts';

const summaries: Record<PressName, string> = {
  link: 'Mail a link for a new password, or the invitation once more',
  'end-sign-ins': 'Sign somebody out everywhere',
  'reset-second-factor': 'Take away a second factor that was lost, and sign out everywhere',
  deactivate: 'Let somebody in no more, or take his invitation back',
  reactivate: 'Let somebody in again',
};

/** The buttons on the page of a person, one path each: `POST …/deactivate`. */
export function pressApiRoutes(app: App, deps: Deps, personUrl: string): void {
  const schema = {
    ...common,
    params: staffParams,
    headers: idempotencyHeader,
    response: { 200: personSchema, ...problemAnswers },
  };
  for (const name of keysOf(presses))
    app.post(`${personUrl}/${name}`, { schema: { ...schema, summary: summaries[name] } }, async request => {
      const { staffId } = request.params;
      await personBy(deps, staffId);
      const refused = await presses[name].press(deps, staffId, askingIn(request));
      if (refused) throw refusedProblem(refused.refused, request);
      return personAnswer(await personBy(deps, staffId));
    });
}
