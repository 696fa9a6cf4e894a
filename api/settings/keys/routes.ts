import { Type } from 'typebox';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { ApiKey } from '../../../shared/models/desk/api-key.ts';
import { deskRoles } from '../../../shared/models/staff.ts';
import { Problem } from '../../../shared/problems.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { listKeys, makeKey, revokeKey } from '../../desk/settings/api-keys/api-keys.ts';
import { parseKey } from '../../desk/settings/api-keys/parse-key.ts';
import { roleField } from '../../desk/settings/people/parse-person.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { askingIn } from '../asking.ts';
import { againstRule, invalidFields } from '../refusals.ts';
import { common, idempotencyHeader, moment, strict, words } from '../schemas.ts';

const roles = Type.Array(Type.Enum([...deskRoles]), {
  description: 'None: it reads and changes nothing. `admin` only from an admin who is signed in',
});
const key = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles,
  hint: words('The end of the key'),
  madeBy: Type.String(),
  madeAt: moment,
  endsAt: moment,
  revokedAt: Type.Optional(moment),
  lastUsedAt: Type.Optional(moment),
});
const newKey = Type.Object(
  {
    name: words('Small letters, digits and hyphens; timelines name the program by it'),
    roles,
    lastDay: words('`YYYY-MM-DD` in the vendor’s time zone, within two years'),
  },
  strict,
);
const madeKey = Type.Object({ ...key.properties, key: words('Told here and kept nowhere') });
const url = '/api/settings/keys';

/** The keys of programs. */
export async function keyApiRoutes(app: App, deps: Deps): Promise<void> {
  const listed = {
    200: Type.Object({ keys: Type.Array(key, { description: 'Newest first' }) }),
    ...problemAnswers,
  };
  app.get(url, { schema: { ...common, summary: 'All keys', response: listed } }, async () => {
    const keys = await listKeys(deps.db);
    return { keys: keys.map(answerOf) };
  });

  const making = {
    ...common,
    summary: 'Make a key',
    headers: idempotencyHeader,
    body: newKey,
    response: { 201: madeKey, ...problemAnswers },
  };
  app.post(url, { schema: making }, async (request, reply) => {
    const messages = messagesIn(languageOf(request));
    const { apiKeys: rules } = messages.desk.settings;
    const parsed = parseKey(valuesIn(request.body), {
      messages,
      timeZone: deps.config.VENDOR_TIME_ZONE,
      now: deps.now(),
    });
    if (parsed.errors)
      throw invalidFields(parsed.errors, field => (field === 'endsOn' ? '/lastDay' : `/${field}`));
    const asking = askingIn(request);
    const made = await makeKey(deps, { ...parsed.key, ...asking });
    if ('refused' in made) throw againstRule(rules.problems[made.refused], pointers[made.refused]);
    const kept = await keyBy(deps, asking.commandId);
    return reply.code(201).send({ ...kept, key: made.key });
  });
  revoking(app, deps);
}

function revoking(app: App, deps: Deps): void {
  const schema = {
    ...common,
    summary: 'Revoke a key, at once and for good',
    headers: idempotencyHeader,
    params: Type.Object({ id: Type.String() }),
    response: { 200: key, ...problemAnswers },
  };
  app.post(`${url}/:id/revoke`, { schema }, async request => {
    const { id } = request.params;
    await keyBy(deps, id);
    await revokeKey(deps, id, askingIn(request));
    return keyBy(deps, id);
  });
}

const pointers = { nameTaken: '/name', adminByProgram: '/roles', tooMany: undefined };

const valuesIn = ({ name, roles, lastDay }: Type.Static<typeof newKey>) => ({
  name,
  endsOn: lastDay,
  ...Object.fromEntries(roles.map(role => [roleField(role), 'yes'])),
});

/** Throws the Problem notFound. */
async function keyBy({ db }: Pick<Deps, 'db'>, id: string) {
  const found = await db.apiKeys.findById(id).lean();
  if (!found) throw new Problem('notFound');
  return answerOf(found);
}

function answerOf({ _id, name, roles, hint, madeBy, madeAt, endsAt, revokedAt, lastUsedAt }: ApiKey) {
  return {
    id: _id,
    ...{ name, roles, hint, madeBy },
    madeAt: madeAt.toISOString(),
    endsAt: endsAt.toISOString(),
    revokedAt: revokedAt?.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
  };
}
