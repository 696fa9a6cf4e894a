import type { Delivery } from '../engine/event.ts';

/** An API destination has five seconds to answer. */
const ANSWER_WITHIN = 5000;
const LONGEST_BACKOFF = 30_000;

/** Milliseconds to wait after a failed try. */
export const backoff = (attempt: number) => Math.min(250 * 2 ** attempt, LONGEST_BACKOFF);

/** A target that is down or overloaded is tried again; any other refusal is final. */
export const isRetried = ({ status }: Pick<Delivery, 'status'>) =>
  status === undefined || status === 429 || status >= 500;

/** Posts to a receiver of events. A failure is part of the answer, not an error. */
export async function post(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<Delivery> {
  const at = new Date().toISOString();
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.arrayBuffer();
    return { at, status: answer.status };
  } catch (error) {
    const { message, cause } = error as Error;
    return { at, error: cause instanceof Error ? cause.message || String(cause) : message };
  }
}
