import type { FastifyRequest } from 'fastify';
import { type FormValues, formValues } from './fields.ts';

/** As much as a form may have. */
const mostBytes = 262_144;
const formType = /^application\/x-www-form-urlencoded\b/i;
/** What nobody wants to find on a page, even on his own. */
const isSecret = (name: string) => /password|token|(^|\.)code$/i.test(name);

/**
 * What was typed into a form that nobody could take, so that its page has it still; read here where the request failed
 * before anybody read it. Nothing for what is no form, or has a secret.
 */
export async function typedIn(request: FastifyRequest): Promise<FormValues | undefined> {
  const { method, headers, body } = request;
  if (method !== 'POST' || !formType.test(headers['content-type'] ?? '')) return undefined;
  const values = formValues(body ?? (await unread(request)));
  const names = Object.keys(values);
  return names.length === 0 || names.some(isSecret) ? undefined : values;
}

async function unread({ raw }: FastifyRequest): Promise<FormValues | undefined> {
  if (raw.readableDidRead) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of raw) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) return undefined;
    }
  } catch {
    // Its reader has gone.
    return undefined;
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}
