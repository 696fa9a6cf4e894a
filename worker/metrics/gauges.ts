import { Gauge, type Registry } from 'prom-client';
import type { Stage } from '../../deal/stages.ts';
import type { Database } from '../../shared/models/database.ts';

interface Needs {
  db: Database;
  /** Business time, ISO. */
  now: () => string;
}

interface Waiting {
  help: string;
  read: (needs: Needs) => Promise<number>;
}

const maxTimeMS = 2000;
/** Nobody needs to know more. */
const bound = { limit: 10_000, maxTimeMS };

/** What waits in the product, each found by an index. */
const gauges: Record<string, Waiting> = {
  offerdesk_stuck_deals: {
    help: 'Deals that cannot go on without a person',
    read: ({ db }) => db.deals.countDocuments({ stuck: true }, bound),
  },
  offerdesk_mails_queued: {
    help: 'Mails that wait to be sent',
    read: ({ db }) => db.outbox.countDocuments({ state: 'queued' }, bound),
  },
  offerdesk_oldest_queued_mail_seconds: { help: 'How long the oldest of them has waited', read: oldestMail },
  offerdesk_events_waiting: {
    help: 'Events of AWS that no deal has taken',
    read: ({ db }) => db.events.countDocuments({ state: 'waiting' }, bound),
  },
  offerdesk_oldest_inquiry_seconds: {
    help: 'Business time since anything was done about the inquiry that has waited longest for its terms',
    read: needs => longestAt('inquiry', needs),
  },
  offerdesk_oldest_change_set_seconds: {
    help: 'Business time since AWS was asked for the offer that has been made for longest',
    read: needs => longestAt('creatingOffer', needs),
  },
};

/** Reads all of them from MongoDB whenever the registry is asked. All workers say the same: take the largest. */
export function addGauges(registry: Registry, needs: Needs): void {
  for (const [name, { help, read }] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      // While MongoDB is away there is no value, and the others are told all the same.
      async collect() {
        this.remove();
        await read(needs).then(
          value => this.set(value),
          () => {},
        );
      },
    });
  }
}

async function longestAt(stage: Stage, { db, now }: Needs): Promise<number> {
  const oldest = await db.deals
    .findOne({ stage }, { updatedAt: 1 }, { maxTimeMS })
    .sort({ updatedAt: 1 })
    .lean();
  return oldest ? (Date.parse(now()) - oldest.updatedAt.getTime()) / 1000 : 0;
}

async function oldestMail({ db }: Needs): Promise<number> {
  const oldest = await db.outbox
    .findOne({ state: 'queued' }, { createdAt: 1 }, { maxTimeMS })
    .sort({ createdAt: 1 })
    .lean();
  return oldest ? (Date.now() - oldest.createdAt.getTime()) / 1000 : 0;
}
