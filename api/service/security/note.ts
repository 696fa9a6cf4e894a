import { createHash, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SecurityEvent, SecurityKind } from '../../../shared/models/desk/security-event.ts';
import type { Deps } from '../../deps.ts';

type Noted = Pick<SecurityEvent, 'what' | 'door' | 'who' | 'details'>;

/** What a program does all day, or a stranger tries all night, has a row an hour. */
const counted: readonly SecurityKind[] = ['signInFailed', 'tokenUsed', 'tokenRefused'];

/** How long such a row may grow after its first moment. */
export const longestRowMs = 3_600_000;
const longest = 200;

/** Notes who came in or tried to, and from where. */
export async function noteSecurity(
  { db }: Pick<Deps, 'db'>,
  { ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>,
  { what, door, who, details }: Noted,
): Promise<void> {
  const now = new Date();
  const name = who?.trim().slice(0, longest);
  const agent = headers['user-agent']?.slice(0, longest);
  const _id = counted.includes(what)
    ? digestOf([what, door, name, ip, Math.floor(now.getTime() / longestRowMs)])
    : randomUUID();
  const begun = { what, door, from: ip, at: now, ...(name && { who: name }), ...(agent && { agent }) };
  await db.securityEvents.updateOne(
    { _id },
    { $setOnInsert: { ...begun, ...(details && { details }) }, $set: { lastAt: now }, $inc: { count: 1 } },
    { upsert: true },
  );
}

const digestOf = (parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
