import { randomUUID } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import { commandIds } from '../../../deal/keys.ts';
import { maySendLink } from '../../../deal/page-links/page-links.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { actorAt, findNewest, LinkEnded } from '../open-deal.ts';
import { EndedPage, type EndedProps } from './ended-page.tsx';

const params = Type.Object({ token: Type.String() });
const body = Type.Object({ nonce });
const path = '/offers/:token/new-link';
const config = { crossSite: true, rateLimit: { max: 20, timeWindow: '1 minute' } };

/** What a link shows that opens nothing, and the way to one that does: by mail, to the person it was made for. */
export async function pageLinkRoutes(app: App, deps: Deps): Promise<void> {
  app.post(path, { schema: { params, body, hide: true }, config }, async (request, reply) => {
    const visit = { request, reply };
    const { token } = request.params;
    return submit(visit, {
      ask: async () => ({ asked: await askFor(deps, token) }),
      goTo: () => actionOf(token),
      again: ({ status, problem }) =>
        showEnded(deps, visit, { token, press: status === 503 ? 'notSent' : undefined, problem, status }),
    });
  });

  app.get(path, { schema: { params, hide: true } }, async (request, reply) =>
    showEnded(deps, { request, reply }, { token: request.params.token, press: 'sent', status: 200 }),
  );
}

/** Answers what ends at a link that opens nothing; anything else is somebody else's to answer. */
export function answerEndedLinks(app: App, deps: Deps): void {
  app.setErrorHandler<Error>(async (error, request, reply) => {
    if (!(error instanceof LinkEnded)) throw error;
    return showEnded(deps, { request, reply }, { token: error.token, status: 404 });
  });
}

/** The same comes of it for whoever asks, whether or not a mail goes out; a closed deal sends none. */
async function askFor(deps: Deps, token: string): Promise<void> {
  const found = await findNewest(deps, token);
  const at = deps.now();
  if (!found || found.deal.closed || !maySendLink(found.link, at)) return;
  await signalDeal(deps.temporal, found.deal.dealId, {
    type: 'askForPageLink',
    commandId: commandIds.askedForLink(found.link),
    by: actorAt(found),
    at,
  });
}

const actionOf = (token: string) => `/offers/${encodeURIComponent(token)}/new-link`;

type Shown = Pick<EndedProps, 'press' | 'problem'> & { token: string; status: number };

/** In the language of the browser: that of the person would tell that there is one. */
function showEnded({ config }: Deps, { request, reply }: Visit, { token, status, ...shown }: Shown) {
  const url = request.method === 'GET' ? request.url : `/offers/${encodeURIComponent(token)}`;
  const context = pageContext(request, { config, url });
  const page = EndedPage({ context, action: actionOf(token), keys: { nonce: randomUUID() }, ...shown });
  return sendPage(reply, page, status);
}
