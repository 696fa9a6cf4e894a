import { setTimeout as pause } from 'node:timers/promises';

/** What the product has answered to all of its callers, and what it must not answer. */
export interface Answers {
  count: number;
  away: number;
  wrong: string[];
  /** The longest time in which nobody got through, in milliseconds. */
  longestAway: number;
}
export type Client = ReturnType<typeof createClient>;

export interface Asked {
  body?: object | URLSearchParams;
  token?: string;
  /** The same for every try, so that the same thing is asked once. */
  key?: string;
}

const patienceMs = 10 * 60_000;
const longestAnswer = 30_000;

/** A program that asks until it is answered, as each caller of the product is to do. */
export function createClient(base: string) {
  const answers: Answers = { count: 0, away: 0, wrong: [], longestAway: 0 };

  /** The answer, whatever it says. Throws when there was none for ten minutes. */
  async function ask(
    path: string,
    asked: Asked = {},
  ): Promise<{ status: number; body: unknown; location: string }> {
    const began = performance.now();
    while (performance.now() - began < patienceMs) {
      const answer = await tryOnce(path, asked);
      if (answer) {
        answers.count += 1;
        answers.longestAway = Math.max(answers.longestAway, performance.now() - began);
        return answer;
      }
      answers.away += 1;
      await pause(300);
    }
    throw new Error(`${path} was not answered for ${patienceMs / 60_000} minutes`);
  }

  async function tryOnce(path: string, asked: Asked) {
    const response = await fetch(`${base}${path}`, requestFor(asked)).catch(() => undefined);
    if (!response || [429, 503].includes(response.status)) return undefined;
    const text = await response.text().catch(() => undefined);
    if (text === undefined) return undefined;
    if (response.status >= 500) {
      answers.wrong.push(`${path}: ${response.status} ${text.slice(0, 200)}`);
      return undefined;
    }
    const isJson = response.headers.get('content-type')?.includes('json');
    const location = response.headers.get('location') ?? '';
    return { status: response.status, body: isJson ? JSON.parse(text) : text, location };
  }

  return { answers, ask };
}

function requestFor({ body, token, key }: Asked): RequestInit {
  const isForm = body instanceof URLSearchParams;
  return {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    signal: AbortSignal.timeout(longestAnswer),
    headers: {
      accept: isForm ? 'text/html' : 'application/json',
      ...(body && !isForm && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  };
}
