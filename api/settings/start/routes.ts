import { Type } from 'typebox';
import { keysOf } from '../../../deal/keys-of.ts';
import { triedProcesses } from '../../../shared/models/desk/aws-try.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { isAnswered, readChecklist, startPoints } from '../../desk/settings/start/checklist.ts';
import { awsTrying } from '../../desk/settings/start/try-aws.ts';
import { callerOf } from '../../plugins/callers.ts';
import { common, moment } from '../schemas.ts';

const action = Type.Object({
  action: Type.String({ description: 'As IAM names it' }),
  state: Type.Enum(['allowed', 'denied', 'unavailable']),
  detail: Type.Optional(Type.String({ description: 'In AWS’s own words' })),
});
const answer = Type.Object({
  points: Type.Array(Type.Object({ point: Type.Enum([...startPoints]), done: Type.Boolean() })),
  awsTries: Type.Array(
    Type.Object({
      process: Type.Enum([...triedProcesses]),
      answered: Type.Boolean({ description: 'False: it was asked, and has not tried yet' }),
      at: Type.Optional(moment),
      actions: Type.Array(action),
    }),
  ),
});
const response = { 200: answer, ...problemAnswers };

/** What leads a new installation to its first real offer, for programs. */
export async function startApiRoutes(app: App, deps: Deps): Promise<void> {
  const tryAws = awsTrying(deps);
  const url = '/api/settings/start';
  const read = async () => {
    const { done, awsTries } = await readChecklist(deps);
    return {
      points: keysOf(done).map(point => ({ point, done: done[point] })),
      awsTries: awsTries.map(row => ({
        process: row._id,
        answered: isAnswered(row),
        at: row.at?.toISOString(),
        actions: row.actions,
      })),
    };
  };
  app.get(url, { schema: { ...common, summary: 'What is done of the first steps', response } }, read);
  const trying = { ...common, summary: 'Try the permissions of api and worker at AWS', response };
  app.post(`${url}/aws`, { schema: trying }, async request => {
    await tryAws(callerOf(request).id);
    return read();
  });
}
