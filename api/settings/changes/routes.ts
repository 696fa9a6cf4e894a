import { Type } from 'typebox';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { readChanges } from '../../desk/settings/changes/since.ts';
import { common, strict } from '../schemas.ts';
import { changeAnswer, changeSchema } from './change.ts';

const querystring = Type.Object(
  {
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Older than this number' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 without it' })),
  },
  strict,
);

const schema = {
  ...common,
  summary: 'Who changed what of people and settings, before and after',
  querystring,
  response: {
    200: Type.Object({
      changes: Type.Array(changeSchema, { description: 'Newest first' }),
      next: Type.Optional(Type.Integer({ description: 'For `before`; absent on the last page' })),
    }),
    ...problemAnswers,
  },
};

/** GET /api/settings/changes */
export async function changeApiRoutes(app: App, deps: Deps): Promise<void> {
  app.get('/api/settings/changes', { schema }, async request => {
    const { before, limit = 50 } = request.query;
    const { changes, next } = await readChanges(deps.db, { before, limit });
    return { changes: changes.map(changeAnswer), ...(next && { next }) };
  });
}
