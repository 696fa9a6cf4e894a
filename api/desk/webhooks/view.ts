import type { DeliveryState, WebhookDelivery } from '../../../shared/models/webhook-delivery.ts';
import type { WebhookEndpoint } from '../../../shared/models/webhook-endpoint.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';

export const webhooksUrl = '/desk/webhooks';

/** What the log is narrowed to, and where in it the reader is. */
export interface LogFilter {
  state?: Extract<DeliveryState, 'failed' | 'held'>;
  cursor?: string;
}

/** The address of the log with a filter. */
export function logUrl(filter: LogFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(set);
  return query.size > 0 ? `${webhooksUrl}?${query}` : webhooksUrl;
}

export interface WebhooksView {
  context: DeskContext;
  /** The host alone, since the rest of the address may be a secret; nothing while no receiver is set. */
  host?: string;
  endpoint: Pick<WebhookEndpoint, 'failures' | 'pausedAt' | 'pausedFor'>;
  /** How many entries are held, at most `mostCounted`. */
  held: number;
  filter: LogFilter;
  deliveries: WebhookDelivery[];
  /** By the deal's id. */
  companies: Map<string, string>;
  nextCursor?: string;
  /** What is held has just been let out. */
  resumed?: boolean;
  /** What was typed as the beginning of a replay. */
  since?: string;
  errors?: FieldErrors;
  /** Why the last press was not taken. */
  problem?: string;
}

export const mostCounted = 1000;
