import { randomUUID } from 'node:crypto';
import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import type { Stage } from '../../deal/stages.ts';
import { eventually } from './eventually.ts';
import { type Product, tokens } from './product.ts';

export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
  body: any;
}

/** A JSON request as a program sends it. */
export async function call(
  url: string,
  request: { method?: string; token?: string; key?: string; body?: unknown } = {},
): Promise<Answered> {
  const { method = request.body === undefined ? 'GET' : 'POST', token, key, body } = request;
  const answer = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}

/** A staff member who works over the API. */
export function staffAt(product: Pick<Product, 'url'>, role: keyof typeof tokens) {
  const at = (path: string) => `${product.url}/api/deals${path}`;
  const token = tokens[role];
  /** A step such as `mark-negotiation-done`. */
  const begin = (dealId: string, step: string, body: unknown = {}, key: string = randomUUID()) =>
    call(at(`/${dealId}/${step}`), { token, key, body });
  const command = (dealId: string, commandId: string) =>
    call(at(`/${dealId}/commands/${commandId}`), { token });
  return {
    begin,
    /** The same to its end: on a busy machine it may be answered 202, as long as nothing is decided. */
    async step(dealId: string, step: string, body: unknown = {}, key: string = randomUUID()) {
      const first = await begin(dealId, step, body, key);
      if (first.status !== 202) return first;
      const decided = async () => {
        const answer = await command(dealId, key);
        return answer.status === 202 ? undefined : answer;
      };
      return eventually(decided, { what: `the decision of ${step}` });
    },
    command,
    deal: async (dealId: string): Promise<Deal> => (await call(at(`/${dealId}`), { token })).body,
    timeline: async (dealId: string): Promise<Entry[]> =>
      (await call(at(`/${dealId}/timeline`), { token })).body.entries,
    list: (query: string) => call(at(`?${query}`), { token }),
  };
}

/** Waits until the deal is in a stage; fails with the deal as it is when it never gets there. */
export function reaches(product: Pick<Product, 'db'>, dealId: string, stage: Stage): Promise<Deal> {
  return dealWhich(product, dealId, deal => deal.stage === stage, { what: `stage ${stage}` });
}

/** Waits until the deal's record fulfils a condition. */
export async function dealWhich(
  { db }: Pick<Product, 'db'>,
  dealId: string,
  holds: (deal: Deal) => unknown,
  options: { withinMs?: number; what?: string } = {},
): Promise<Deal> {
  let last: Deal | undefined;
  try {
    return await eventually(async () => {
      last = (await db.deals.findById(dealId).lean())?.deal;
      if (!last || !holds(last)) return undefined;
      // The record is written before its lines: whoever looks at the timeline next finds them there.
      return (await db.timeline.exists({ _id: `${dealId}:${last.seq}` })) ? last : undefined;
    }, options);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${JSON.stringify(last, null, 1)}`);
  }
}

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
}

/** The mails that reached an address, oldest first. */
export async function mailsTo({ mailbox }: Pick<Product, 'mailbox'>, address: string): Promise<Mail[]> {
  const list = (await call(`${mailbox.url}/api/mails?to=${encodeURIComponent(address)}`)).body;
  const mails = Array.isArray(list) ? list : list.mails;
  const full = await Promise.all(
    mails.map(({ id }: { id: string }) => call(`${mailbox.url}/api/mails/${id}`)),
  );
  return full.map(each => each.body).reverse();
}
