import type { FastifyInstance } from 'fastify';
import type { Marketplace } from '../engine/marketplace.ts';
import { signerOfProcess } from './certificate.ts';
import { confirmSubscription } from './sns.ts';

const xml = (action: string, arn: string) =>
  `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result><SubscriptionArn>${arn}</SubscriptionArn></${action}Result></${action}Response>`;

/** What a receiver of SNS messages fetches: the certificate, and the confirmation of its subscription. */
export async function snsRoutes(app: FastifyInstance, { market }: { market: Marketplace }) {
  app.get('/SimpleNotificationService-:id.pem', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { certificate, id: known } = signerOfProcess();
    return id === known ? reply.type('application/x-pem-file').send(certificate) : reply.callNotFound();
  });
  app.get('/sns', async (request, reply) => {
    const { Action, Token, SubscriptionArn } = request.query as Record<string, string | undefined>;
    reply.type('text/xml');
    if (Action === 'Unsubscribe') {
      market.state.snsSubscriptions = market.state.snsSubscriptions.filter(
        each => each.arn !== SubscriptionArn,
      );
      return xml('Unsubscribe', '');
    }
    const subscription = confirmSubscription(market, Token ?? '');
    return subscription
      ? xml('ConfirmSubscription', subscription.arn)
      : reply.code(404).send('<Error>Unknown token</Error>');
  });
}
