import { Webhook } from 'standardwebhooks';
import { pauseAskedFor } from './retry-after.ts';

const timeoutMs = 10_000;

/** What came back, or a short code for why nothing did, such as `timeout` or `ECONNREFUSED`. Names no address. */
export type Answer = { status: number; retryAfterSeconds?: number } | { error: string };

interface Posting {
  url: string;
  body: string;
  headers?: Record<string, string>;
}

/** Posts JSON once, with a time-out, and follows no redirect. Never throws: an address may carry a secret, and errors quote it. */
export async function postJson({ url, body, headers }: Posting): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    const retryAfterSeconds = pauseAskedFor(answer.headers.get('retry-after'), Date.now());
    return { status: answer.status, ...(retryAfterSeconds && { retryAfterSeconds }) };
  } catch (error) {
    return { error: codeOf(error as Error) };
  }
}

/**
 * Posts a message signed as https://www.standardwebhooks.com has it. `id` is the same at every attempt, so that the
 * receiver can tell a repetition.
 */
export function postSigned({
  id,
  secret,
  ...posting
}: Posting & { id: string; secret: string }): Promise<Answer> {
  const sentAt = new Date();
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, posting.body),
  };
  return postJson({ ...posting, headers });
}

export const isTaken = (answer: Answer) => 'status' in answer && answer.status >= 200 && answer.status < 300;

/** The receiver says that it will never take anything any more. */
export const isGone = (answer: Answer) => 'status' in answer && answer.status === 410;

/** `500`, or the code of what went wrong. */
export const codeOfAnswer = (answer: Answer) => ('status' in answer ? String(answer.status) : answer.error);

function codeOf(error: Error): string {
  const cause = error.cause as (Error & { code?: string }) | undefined;
  if (error.name === 'TimeoutError') return 'timeout';
  if (cause?.message === 'unexpected redirect') return 'redirect';
  return cause?.code ?? 'unreachable';
}
