import { Type } from 'typebox';
import { holdOne, holdSince, letOut } from '../../../shared/webhooks/tell-again.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { submit, type Wrong } from '../../forms/submit.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { requireDecider } from '../events/may-decide.ts';
import { requireStaff } from '../session.ts';
import { readWebhooks } from './find-deliveries.ts';
import { momentFrom } from './local-moment.ts';
import { type LogFilter, type WebhooksView, webhooksUrl } from './view.ts';
import { WebhooksPage } from './webhooks-page.tsx';

const querystring = Type.Object({ state: text(20), cursor: text(200), done: text(20) });
const resumeForm = Type.Object({ pausedAt: text(40) });
const replayForm = Type.Object({ id: text(200) });
const replaySinceForm = Type.Object({ since: text(40) });

/** How the vendor's receiver of timeline entries does, what it was told, and telling it again. */
export async function webhookRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = [requireStaff(deps), requireDecider];

  app.get(webhooksUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const { done, ...query } = request.query;
    return show(deps, { request, reply }, { filter: filterFrom(query), resumed: done === 'resumed' });
  });

  const resumed = { schema: { body: resumeForm, hide: true }, preHandler };
  app.post(`${webhooksUrl}/resume`, resumed, async (request, reply) => {
    const { pausedAt } = request.body;
    return pressed(deps, { request, reply }, { ...(isMoment(pausedAt) && { pausedAt }) });
  });

  const replayed = { schema: { body: replayForm, hide: true }, preHandler };
  app.post(`${webhooksUrl}/replay`, replayed, async (request, reply) => {
    const hold = async () => {
      await holdOne(deps.db, request.body.id);
      return undefined;
    };
    return pressed(deps, { request, reply }, { hold });
  });

  const replayedSince = { schema: { body: replaySinceForm, hide: true }, preHandler };
  app.post(`${webhooksUrl}/replay-since`, replayedSince, async (request, reply) => {
    const { since } = request.body;
    const hold = () => holdTyped(deps, { request, reply }, since);
    return pressed(deps, { request, reply }, { hold, since });
  });
}

const isMoment = (typed: string) => !Number.isNaN(Date.parse(typed));

async function holdTyped(deps: Deps, visit: Visit, since: string): Promise<Wrong | undefined> {
  const { staff, messages } = deskContext({ deps, ...visit, url: webhooksUrl });
  const moment = momentFrom(since, staff.timeZone);
  if (!moment || moment > deps.now()) return { errors: { since: messages.webhooks.badMoment } };
  await holdSince(deps.db, moment);
  return undefined;
}

interface Press {
  /** Holds first what is to be let out. */
  hold?: () => Promise<Wrong | undefined>;
  /** The pause that ends. */
  pausedAt?: string;
  since?: string;
}

function pressed(deps: Deps, visit: Visit, { hold, pausedAt, since = '' }: Press) {
  return submit(visit, {
    async ask(commandId) {
      const wrong = await hold?.();
      if (wrong) return wrong;
      return letOut(deps, { commandId, pausedAt });
    },
    goTo: () => `${webhooksUrl}?done=resumed`,
    again: ({ status, errors, problem }) => show(deps, visit, { filter: {}, errors, problem, since }, status),
  });
}

type Shown = Pick<WebhooksView, 'filter'> &
  Partial<Pick<WebhooksView, 'resumed' | 'since' | 'errors' | 'problem'>>;

async function show(deps: Deps, { request, reply }: Visit, { filter, ...more }: Shown, status = 200) {
  const url = request.method === 'GET' ? undefined : webhooksUrl;
  const context = deskContext({ deps, request, reply, url });
  const view = { context, ...(await readWebhooks(deps, filter)), ...more };
  return sendPage(reply, WebhooksPage({ view }), status);
}

function filterFrom({ state, cursor }: { state: string; cursor: string }): LogFilter {
  return {
    ...((state === 'failed' || state === 'held') && { state }),
    ...(cursor !== '' && { cursor }),
  };
}
