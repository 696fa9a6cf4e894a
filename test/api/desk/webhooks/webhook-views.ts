import type { WebhooksView } from '../../../../api/desk/webhooks/view.ts';
import type { Language } from '../../../../deal/people.ts';
import type { WebhookDelivery } from '../../../../shared/models/webhook-delivery.ts';
import { deskContextIn } from '../desk-views.ts';

const delivered: WebhookDelivery = {
  _id: 'k3v9q0t2xw:12',
  dealId: 'k3v9q0t2xw',
  seq: 12,
  type: 'mailsSent',
  outcome: 'applied',
  at: new Date('2026-12-28T01:58:00.000Z'),
  state: 'delivered',
  attempts: 1,
  lastAnswer: '204',
};
const row = (change: Partial<WebhookDelivery>): WebhookDelivery => ({ ...delivered, ...change });

const lines = [
  row({
    _id: 'k3v9q0t2xw:14',
    seq: 14,
    type: 'proposeTerms',
    state: 'waiting',
    attempts: 2,
    lastAnswer: '500',
  }),
  row({ _id: 'p8d2m4z7ya:3', dealId: 'p8d2m4z7ya', seq: 3, type: 'extendOffer', outcome: 'refused' }),
  row({
    _id: 'k3v9q0t2xw:13',
    seq: 13,
    type: 'addNote',
    state: 'failed',
    attempts: 10,
    lastAnswer: 'timeout',
  }),
  row({
    _id: 'k3v9q0t2xw:11',
    seq: 11,
    type: 'approveOffer',
    state: 'failed',
    attempts: 10,
    lastAnswer: 'EPROTO',
  }),
];

/** The page as it is in each state of the receiver. */
export function webhookViews(lang: Language) {
  const working: WebhooksView = {
    context: { ...deskContextIn(lang), counts: { waiting: 3, unmatched: 0, stuck: 0, limitedMails: 0 } },
    host: 'hooks.vendor.example',
    endpoint: { failures: 0 },
    held: 0,
    filter: {},
    deliveries: [delivered],
    companies: new Map([['k3v9q0t2xw', '株式会社青空商事']]),
  };
  const held = lines.map(line => ({ ...line, state: 'held' as const }));
  const paused: WebhooksView = {
    ...working,
    endpoint: { failures: 1, pausedAt: new Date('2026-12-28T02:00:00.000Z'), pausedFor: 'gone' },
    held: 4,
    deliveries: held,
  };
  return {
    working,
    failing: { ...working, endpoint: { failures: 3 }, deliveries: lines, nextCursor: 'next' },
    paused,
    notSet: { ...working, host: undefined, deliveries: [] },
    empty: { ...working, deliveries: [] },
  } satisfies Record<string, WebhooksView>;
}
