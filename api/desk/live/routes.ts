import { Type } from 'typebox';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { isStillSignedIn, requireStaff, staffOf } from '../session.ts';
import { openEventStream } from './event-stream.ts';
import { liveDesk } from './live-desk.ts';

const querystring = Type.Object({ deal: text(64) });

/** How often a stream shows that it is there, and it is looked whether its reader still may have it. */
const beatMs = 15_000;

/**
 * `/desk/live`: what a colleague, a buyer or AWS does, told to the windows that show it, as server-sent events. `changed`
 * names deals that are to be looked at again, `here` who else looks at the same deal. Whoever comes back looks afresh.
 */
export async function liveRoutes(app: App, deps: Deps): Promise<void> {
  const live = liveDesk(deps, err => app.log.warn({ err }, 'the drafts are listened to again'));
  app.addHook('preClose', live.stop);
  const options = {
    schema: { querystring, hide: true },
    preHandler: requireStaff(deps),
    config: { alone: true },
  };
  app.get('/desk/live', options, async (request, reply) => {
    const staff = staffOf(request);
    if (!live.hasRoomFor(staff)) throw new Problem('tooManyRequests');
    const stream = openEventStream(reply);
    const window = live.open({ staff, dealId: request.query.deal || undefined, stream });
    const failed = (err: unknown) => request.log.warn({ err }, 'a window of the desk is not kept up');
    // All windows come back at once after a restart. Their beats, each with its questions to MongoDB, spread out.
    const every = beatMs * (0.8 + 0.4 * Math.random());
    const beat = setInterval(() => {
      keepOrEnd().catch(failed);
    }, every);
    request.raw.once('close', () => {
      clearInterval(beat);
      window.close().catch(failed);
    });
    await window.keepUp().catch(failed);

    async function keepOrEnd(): Promise<void> {
      if (await isStillSignedIn(deps, request)) return window.keepUp();
      stream.send('signedOut', {});
      stream.end();
    }
  });
}
