import mongoose from 'mongoose';
import { defineDealRecord } from './deal-record.ts';
import { defineMarketplaceEvent } from './marketplace-event.ts';
import { defineRegistration } from './registration.ts';
import { defineSetupSession } from './setup-session.ts';
import { defineTimelineEntry } from './timeline-entry.ts';
import { defineWebSession } from './web-session.ts';

export type Database = Awaited<ReturnType<typeof openDatabase>>;

/**
 * Connects to MongoDB (a replica set, for change streams) and makes sure that every index exists.
 * Throws when no primary answers within five seconds.
 */
export async function openDatabase(uri: string) {
  const connection = await mongoose
    .createConnection(uri, { serverSelectionTimeoutMS: 5000, socketTimeoutMS: 30_000, autoIndex: false })
    .asPromise();
  const models = {
    deals: defineDealRecord(connection),
    timeline: defineTimelineEntry(connection),
    events: defineMarketplaceEvent(connection),
    registrations: defineRegistration(connection),
    setupSessions: defineSetupSession(connection),
    webSessions: defineWebSession(connection),
  };
  await Promise.all(Object.values(models).map(model => model.createIndexes()));
  return { ...models, connection, close: () => connection.close() };
}
