import { randomUUID } from 'node:crypto';

/** The named fields of a posted form as they were typed. A field that is missing or sent twice is empty. */
export function fieldsOf<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  const sent = (body ?? {}) as Record<string, unknown>;
  const textOf = (name: Name) => (typeof sent[name] === 'string' ? sent[name] : '');
  return Object.fromEntries(names.map(name => [name, textOf(name)])) as Record<Name, string>;
}

/** The form's own id: sending the same form again is the same command. */
export function nonceOf(body: unknown): string {
  return fieldsOf(body, ['nonce']).nonce || randomUUID();
}
