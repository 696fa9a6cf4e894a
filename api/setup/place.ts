import type { Deps } from '../deps.ts';
import { formKeys } from '../ui/fields/form.tsx';
import { pageContext } from '../ui/pages/page-context.ts';
import type { Setup } from './open-setup.ts';
import type { SetupPlace } from './setup-page.tsx';

/** What every page of a set-up is given, in the language of whoever reads it: his account's, or his browser's. */
export function placeOf(
  { config }: Pick<Deps, 'config'>,
  { session, user, request, reply }: Pick<Setup, 'session' | 'user' | 'request' | 'reply'>,
): SetupPlace {
  return {
    context: pageContext(request, { config, known: user?.language }),
    keys: formKeys(reply),
    sessionId: session._id,
    ...(user && { user }),
  };
}
