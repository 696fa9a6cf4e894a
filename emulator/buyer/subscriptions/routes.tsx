import type { FastifyInstance } from 'fastify';
import { isOpen, settle } from '../../agreements/cancellation.ts';
import type { Marketplace } from '../../engine/marketplace.ts';
import { type Form, notFound, show } from '../show.tsx';
import { visitOf } from '../visit.ts';
import { SubscriptionsPage } from './subscriptions-page.tsx';

/** Manage subscriptions, and the buyer's answer to a cancellation request. */
export function subscriptionRoutes(app: FastifyInstance, market: Marketplace) {
  app.get('/marketplace/subscriptions', async (request, reply) => {
    const visit = visitOf(market, request);
    const { account, t } = visit;
    if (!account) return reply.redirect('/marketplace/sign-in?next=/marketplace/subscriptions', 303);
    const mine = Object.values(market.state.agreements).filter(each => each.acceptorAccountId === account);
    return show(
      reply,
      visit,
      t.subscriptionsTitle,
      <SubscriptionsPage visit={visit} agreements={mine.reverse()} />,
    );
  });
  app.post<{ Body: Form }>('/marketplace/cancellation', async (request, reply) => {
    const visit = visitOf(market, request);
    const asked = market.state.cancellationRequests[request.body?.requestId ?? ''];
    const agreement = asked && market.state.agreements[asked.agreementId];
    if (!agreement || agreement.acceptorAccountId !== visit.account) return notFound(reply, visit);
    const approved = request.body.approve === 'true';
    if (isOpen(market, asked)) settle(market, asked, { status: approved ? 'APPROVED' : 'REJECTED' });
    return reply.redirect('/marketplace/subscriptions', 303);
  });
}
