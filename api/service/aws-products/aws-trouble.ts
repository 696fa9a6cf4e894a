import { deniedAction, isDenied } from '../../../shared/marketplace/denied.ts';

/** Why AWS has not answered what was asked, for a person to cure. */
export interface AwsTrouble {
  kind: 'denied' | 'unavailable' | 'unknown';
  /** The action of IAM that was tried, such as `aws-marketplace:ListEntities`. */
  action: string;
  /** In AWS's own words. */
  detail: string;
}

/** Longer nobody waits for a page. The SDK's own time-outs are of one try. */
const patienceMs = 6000;

/** One call to AWS, or what is in its way. It has an end, and nothing of it is thrown. */
export async function tryAws<Answer>(
  action: string,
  call: (options: { abortSignal: AbortSignal }) => Promise<Answer>,
): Promise<{ answer: Answer } | { trouble: AwsTrouble }> {
  try {
    return { answer: await call({ abortSignal: AbortSignal.timeout(patienceMs) }) };
  } catch (error) {
    return { trouble: troubleOf(action, error) };
  }
}

function troubleOf(action: string, error: unknown): AwsTrouble {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const detail = `${name}: ${message}`.slice(0, 500);
  if (isDenied({ name, message }))
    return { kind: 'denied', action: deniedAction({ name, message }) ?? action, detail };
  return { kind: name === 'ResourceNotFoundException' ? 'unknown' : 'unavailable', action, detail };
}
