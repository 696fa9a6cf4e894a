import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Received, type Reporting, receiveReport } from '../../shared/mail/bounces.ts';
import { type MailReport, messageIdFrom } from '../../shared/mail/mail-report.ts';
import { reportsOfSes } from '../../shared/mail/ses-notification.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { requireSecret } from '../plugins/shared-secret.ts';
import { snsEndpoint } from '../sns/endpoint.ts';

const bounce = Type.Object(
  {
    messageId: Type.Optional(
      Type.String({ maxLength: 998, description: 'The Message-ID of the mail that came back' }),
    ),
    email: Type.String({ format: 'email', maxLength: 254 }),
    permanent: Type.Boolean({ description: 'false: the mail is still being tried' }),
    detail: Type.String({ maxLength: 2000, description: 'What the other mail server said' }),
  },
  { additionalProperties: false },
);
const schema = {
  tags: ['mail'],
  body: Type.Array(bounce, { minItems: 1, maxItems: 500, description: 'One may be sent without the list.' }),
  response: {
    200: Type.Object({ outcomes: Type.Array(Type.String()) }),
    ...problemAnswers,
  },
};

/**
 * `POST /mail/bounces` for any mail service, `POST /mail/bounces/ses` for Amazon SES by way of SNS: mails that came
 * back. 2xx means that the deal has been told; after anything else the sender is to tell it again, which is harmless.
 */
export async function bounceRoutes(app: App, deps: Deps): Promise<void> {
  const { config, db, now, temporal } = deps;
  const { MAIL_BOUNCE_SECRET } = config;
  const reporting: Reporting = {
    db,
    now,
    signal: (dealId, command) => signalDeal(temporal, dealId, command),
  };

  app.post(
    '/mail/bounces',
    {
      schema,
      config: { crossSite: true },
      onRequest: requireSecret(app, MAIL_BOUNCE_SECRET),
      preValidation: async request => {
        request.body = [request.body].flat();
      },
    },
    async request => {
      const reports = request.body.map(reportFrom);
      return { outcomes: await receiveAll(reporting, { reports, request }) };
    },
  );

  snsEndpoint(app, deps, {
    path: '/mail/bounces/ses',
    tag: 'mail',
    setting: 'MAIL_BOUNCE_SNS_TOPICS',
    async take({ Message, MessageId }, request) {
      const reports = reportsOfSes(Message);
      // SES tests a new topic with a message of its own, and tells deliveries to whoever asks for them.
      if (!reports)
        request.log.info({ snsMessageId: MessageId }, 'SNS message is no bounce and no complaint');
      await receiveAll(reporting, { reports: reports ?? [], request });
      return reports ? 'received' : 'ignored';
    },
  });
}

function reportFrom({ messageId, email, permanent, detail }: Static<typeof bounce>): MailReport {
  const id = messageIdFrom(messageId);
  const outcome = permanent ? 'badAddress' : 'delayed';
  return { kind: 'bounce', email, outcome, detail, ...(id && { messageId: id }) };
}

/** One after the other, so that two about one mail meet in order. The log names no address. */
async function receiveAll(
  reporting: Reporting,
  { reports, request }: { reports: MailReport[]; request: FastifyRequest },
): Promise<Received[]> {
  const outcomes: Received[] = [];
  for (const report of reports) outcomes.push(await receiveReport(reporting, report));
  request.log.info({ outcomes }, 'reports about mails received');
  return outcomes;
}
