import { randomUUID } from 'node:crypto';
import { makeKey } from '../../../api/desk/settings/api-keys/api-keys.ts';
import type { DeskRole } from '../../../shared/models/staff.ts';
import { call } from '../../support/people.ts';
import type { Product } from '../../support/product.ts';

const month = 30 * 86_400_000;

/** A program that looks after the desk by a key of its own. */
export async function programAt(product: Product, roles: DeskRole[] = ['admin']) {
  const name = `p-${randomUUID().slice(0, 8)}`;
  const asking = { by: { id: 'admin@example.com', name: 'admin' }, commandId: randomUUID() };
  const made = await makeKey(product.deps, {
    ...{ name, roles, endsAt: new Date(Date.now() + month) },
    ...asking,
  });
  if ('refused' in made) throw new Error(made.refused);
  const at = (path: string) => `${product.url}/api/settings/${path}`;
  const send =
    (method: string) =>
    (path: string, body?: unknown, key: string = randomUUID()) =>
      call(at(path), { method, token: made.key, key, body });
  return {
    name,
    key: made.key,
    get: (path: string) => call(at(path), { token: made.key }),
    post: send('POST'),
    put: send('PUT'),
    delete: send('DELETE'),
  };
}

export type ProgramAtSettings = Awaited<ReturnType<typeof programAt>>;
