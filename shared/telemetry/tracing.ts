import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { FastifyInstance } from 'fastify';
import type { Transporter } from 'nodemailer';
import type { Marketplace } from '../marketplace/clients.ts';

/** Traces what a process does, from a request to the calls that it leads to. */
export interface Tracing {
  /** A span for each request, which begins a trace unless the caller's goes on. */
  requests(app: Pick<FastifyInstance, 'addHook'>): void;
  /** Hand a trace to the deal that is told something. */
  client: WorkflowClientInterceptor[];
  /** Go on with the trace of what a deal was told. */
  activities: ActivityInterceptorsFactory[];
  /** A span for each call to AWS, and for each mail. */
  aws(marketplace: Marketplace): void;
  mail(transport: Transporter): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}
