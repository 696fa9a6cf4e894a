import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { fault } from '../../shared/faults/faults.ts';
import { type ReceivedMail, type Receiving, receiveSource } from '../../shared/mail/inbound/receive-mail.ts';
import { mailOfSes } from '../../shared/mail/inbound/ses-mail.ts';
import { Problem } from '../../shared/problems.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { startDeal } from '../../shared/temporal/start-deal.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { requireSecret } from '../plugins/shared-secret.ts';
import { snsEndpoint } from '../sns/endpoint.ts';

/** Mail servers take no larger ones as a rule; of what is attached nothing is kept. */
const largestMail = 26_214_400;

const schema = {
  summary: 'A mail of a buyer, whole, as message/rfc822',
  description:
    'An answer becomes a message of its deal, any other mail an inquiry. The same mail again does nothing new.',
  tags: ['mail'],
  consumes: ['message/rfc822'],
  body: Type.Any(),
  response: {
    200: Type.Object({
      state: Type.String({ description: '`message`, `inquiry`, `held` or `automatic`' }),
      dealId: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String({ description: 'Why a person looks at it first' })),
    }),
    ...problemAnswers,
  },
};

/**
 * `POST /mail/inbound` for any mail service, `POST /mail/inbound/ses` for Amazon SES by way of SNS: mails to the support
 * address, where no mailbox is read. 2xx means that nothing of the mail can be lost.
 */
export async function inboundRoutes(app: App, deps: Deps): Promise<void> {
  const { config, db, now, temporal } = deps;
  const receiving: Receiving = {
    db,
    config,
    temporal,
    now,
    signal: (dealId, command) => signalDeal(temporal, dealId, command),
    open: input => startDeal(temporal, config, input),
  };
  const types = ['message/rfc822', 'application/octet-stream'];
  const asItIs = async (_request: FastifyRequest, body: Buffer) => body;
  app.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: largestMail }, asItIs);

  app.post(
    '/mail/inbound',
    { schema, config: { crossSite: true }, onRequest: requireSecret(app, config.MAIL_INBOUND_SECRET) },
    async request => {
      if (!Buffer.isBuffer(request.body)) throw new Problem('unsupportedMediaType');
      const received = await receive(receiving, request.body);
      request.log.info(received, 'mail of a buyer received');
      return received;
    },
  );

  snsEndpoint(app, deps, {
    path: '/mail/inbound/ses',
    tag: 'mail',
    setting: 'MAIL_INBOUND_SNS_TOPICS',
    async take({ Message }, request) {
      const mail = mailOfSes(Message);
      if (!mail) return 'ignored';
      const received = await receive(receiving, mail);
      request.log.info(received, 'mail of a buyer received');
      return received.state;
    },
  });
}

/** Throws the Problem invalid for what is no mail of anybody. */
async function receive(receiving: Receiving, source: Buffer): Promise<ReceivedMail> {
  const received = await receiveSource(receiving, source);
  if (received) return received;
  throw new Problem('invalid', { fields: [{ pointer: '', detail: fault('noMail') }] });
}
