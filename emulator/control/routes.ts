import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { AcceptanceError } from '../agreements/choice.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { AwsError } from '../wire/errors.ts';
import { checker } from '../wire/operation.ts';
import type { Control } from './control.ts';
import { fromForm } from './form.ts';
import { NotFound } from './found.ts';
import { controlPage } from './page.tsx';
import * as schemas from './schemas.ts';

const STATUS: Record<AcceptanceError['code'], number> = {
  NOT_FOUND: 404,
  ALREADY_ACCEPTED: 409,
  CHOOSE_UNITS: 422,
  INVALID_UNITS: 422,
};

class InvalidRequest extends Error {}

type Problem = { status: number; code: string; message: string };

function problemOf(error: unknown): Problem {
  const { message } = error as Error;
  if (error instanceof AcceptanceError) return { status: STATUS[error.code], code: error.code, message };
  if (error instanceof NotFound) return { status: 404, code: 'NOT_FOUND', message };
  if (error instanceof AwsError) return { status: 409, code: error.code, message };
  const status =
    error instanceof InvalidRequest ? 400 : ((error as { statusCode?: number }).statusCode ?? 500);
  return { status, code: status < 500 ? 'INVALID_REQUEST' : 'INTERNAL', message };
}

const isForm = ({ headers }: FastifyRequest) =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/**
 * A page elsewhere can make a browser send a form or plain text here, but not with this address as its origin:
 * only the emulator's own page may.
 */
function checkOrigin({ headers }: FastifyRequest): void {
  if (headers.origin && !headers.origin.endsWith(`//${headers.host}`)) {
    throw new InvalidRequest('Requests from other sites are refused.');
  }
}

type Wiring = { control: Control; market: Marketplace };

function readRoutes(app: FastifyInstance, { control, market }: Wiring) {
  app.get('', (_request, reply) => reply.type('text/html; charset=utf-8').send(controlPage(market)));
  app.get('/products', () => control.products());
  app.get('/accounts', () => control.accounts());
  app.get('/offers', () => control.offers());
  app.get('/agreements', () => control.agreements());
  app.get('/change-sets', () => control.changeSets());
  app.get('/events', () => control.events());
  app.get('/registration-tokens', () => control.registrationTokens());
  app.get('/cancellation-requests', () => control.cancellationRequests());
  app.get('/faults', () => control.faults());
  app.get('/settings', () => control.settings());
  app.get('/clock', () => control.clock());
}

function writeRoutes(app: FastifyInstance, control: Control) {
  function post<T extends TSchema>(path: string, schema: T, run: (body: Static<T>) => unknown) {
    const problemsOf = checker(schema);
    app.post(path, async (request, reply) => {
      checkOrigin(request);
      const form = isForm(request);
      const body = form ? fromForm(schema, request.body as Record<string, string>) : (request.body ?? {});
      const [wrong] = problemsOf(body);
      if (wrong) throw new InvalidRequest(`${wrong.field || 'body'}: ${wrong.message}`);
      const result = run(body as Static<T>) ?? { done: true };
      return form ? reply.redirect('/control', 303) : result;
    });
  }
  post('/products', schemas.Product, body => control.addProduct(body));
  post('/accounts', schemas.Account, body => control.addAccount(body));
  post('/accept', schemas.Accept, body => control.accept(body));
  post('/registration-token', schemas.OfAgreement, body => control.registrationToken(body.agreementId));
  post('/expire-token', schemas.OfToken, body => control.expireToken(body.token));
  post('/end-offer', schemas.OfOffer, body => control.endOffer(body.offerId));
  post('/finish-change-sets', schemas.Nothing, () => control.finishChangeSets());
  post('/end-agreement', schemas.EndAgreement, body => control.endAgreement(body.agreementId, body.status));
  post('/amend-agreement', schemas.AmendAgreement, body => control.amendAgreement(body.agreementId, body));
  post('/renew-agreement', schemas.OfAgreement, body => control.renewAgreement(body.agreementId));
  post('/answer-cancellation', schemas.AnswerCancellation, body =>
    control.answerCancellation(body.requestId, body),
  );
  post('/publish-event', schemas.PublishEvent, body => control.publishEvent(body.type, body.agreementId));
  post('/redeliver', schemas.OfEvent, body => control.redeliver(body.eventId));
  post('/topic-subscriptions', schemas.TopicSubscription, body => control.subscribeToTopic(body));
  post('/settings', schemas.Settings, body => control.settings(body));
  post('/clock', schemas.Clock, body => control.clock(body));
  post('/faults', schemas.Fault, body => control.addFault(body));
  post('/clear-faults', schemas.Nothing, () => control.clearFaults());
  post('/change-set-failure', schemas.ChangeSetFailure, body => control.failNextChangeSet(body));
  post('/reset', schemas.Nothing, () => control.reset());
}

/** The control API, JSON in and JSON out, and its page. Nothing of it exists at AWS. */
export async function controlRoutes(app: FastifyInstance, { control, market }: Wiring) {
  app.setErrorHandler((error, request, reply: FastifyReply) => {
    const { status, ...problem } = problemOf(error);
    reply.code(status);
    if (!isForm(request)) return reply.send(problem);
    return reply.type('text/html; charset=utf-8').send(controlPage(market, problem.message));
  });
  readRoutes(app, { control, market });
  writeRoutes(app, control);
}
