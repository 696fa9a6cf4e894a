import type { TriedAction } from '../../models/desk/aws-try.ts';
import { deniedAction, isDenied } from '../denied.ts';

/** All are tried at the same time, and somebody waits for them. */
export const patienceMs = 6000;

/**
 * What became of a call that changes nothing. That AWS looks at what was asked and finds it wrong is a yes to who asks.
 * `ofOne`: it is about a thing that there is not, which AWS may call a thing that is not ours; only a refusal that names the
 * action is a no then.
 */
export async function tried(
  name: string,
  call: Promise<unknown>,
  { ofOne = false }: { ofOne?: boolean } = {},
): Promise<TriedAction> {
  const action = `aws-marketplace:${name}`;
  try {
    await call;
    return { action, state: 'allowed' };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const isOthers = ofOne && error.name === 'AccessDeniedException' && !deniedAction(error);
    return isOthers ? { action, state: 'allowed' } : stateOf(action, error);
  }
}

function stateOf(action: string, error: Error): TriedAction {
  const detail = `${error.name}: ${error.message}`.slice(0, 500);
  if (isDenied(error)) return { action: deniedAction(error) ?? action, state: 'denied', detail };
  return hasLooked(error) ? { action, state: 'allowed' } : { action, state: 'unavailable', detail };
}

/** AWS has read the request, and says what is wrong with it. */
function hasLooked(error: Error): boolean {
  if (/Throttl|TooManyRequests/.test(error.name)) return false;
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    metadata && typeof metadata === 'object' && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return typeof status === 'number' && status >= 400 && status < 500;
}
