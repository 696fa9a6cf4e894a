import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Client } from '@temporalio/client';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { Accounts } from '../shared/accounts/accounts.ts';
import type { Config } from '../shared/config.ts';
import type { HeldSettings } from '../shared/desk-settings/hold.ts';
import type { Marketplace } from '../shared/marketplace/clients.ts';
import type { Database } from '../shared/models/database.ts';
import type { Tracing } from '../shared/telemetry/tracing.ts';
import type { Reach } from '../shared/temporal/reach.ts';
import type { TimelineWatch } from './service/watch.ts';

/** Everything a feature of the api needs, made once in server.ts (and in tests) and passed on by hand. */
export interface Deps {
  /** What admins decide in it changes under way: it is read where it is needed, and never kept. */
  config: Config;
  settings: Pick<HeldSettings, 'refresh'>;
  /** Business time, ISO. */
  now: () => string;
  db: Database;
  temporal: Client;
  /** Whether Temporal answers; steps are refused while it does not. */
  reach: Reach;
  timeline: TimelineWatch;
  marketplace: Marketplace;
  accounts: Accounts;
  /** None: nothing is traced. */
  tracing?: Pick<Tracing, 'requests'>;
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
