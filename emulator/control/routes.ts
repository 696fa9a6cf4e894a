import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { AcceptanceError } from '../acceptance.ts';
import type { FieldProblem } from '../wire/errors.ts';
import { checker } from '../wire/operation.ts';
import { type Control, NotFound } from './control.ts';
import * as schemas from './schemas.ts';

const STATUS: Record<AcceptanceError['code'], number> = {
  NOT_FOUND: 404,
  ALREADY_ACCEPTED: 409,
  CHOOSE_UNITS: 422,
  INVALID_UNITS: 422,
};

class InvalidRequest extends Error {}

function answerError(error: unknown, reply: FastifyReply) {
  const { message } = error as Error;
  if (error instanceof AcceptanceError)
    return reply.code(STATUS[error.code]).send({ code: error.code, message });
  if (error instanceof NotFound) return reply.code(404).send({ code: 'NOT_FOUND', message });
  if (error instanceof InvalidRequest) return reply.code(400).send({ code: 'INVALID_REQUEST', message });
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  return reply.code(status).send({ code: status < 500 ? 'INVALID_REQUEST' : 'INTERNAL', message });
}

function check(problems: FieldProblem[]): void {
  if (problems.length === 0) return;
  throw new InvalidRequest(problems.map(({ field, message }) => `${field || 'body'}: ${message}`).join('; '));
}

/** The control API: JSON in, JSON out. Nothing of it exists at AWS. */
export async function controlRoutes(app: FastifyInstance, { control }: { control: Control }) {
  app.setErrorHandler((error, _request, reply) => answerError(error, reply));

  const lists = ['products', 'accounts', 'offers', 'agreements', 'changeSets', 'events', 'faults'] as const;
  for (const list of lists) app.get(`/${list.replace('S', '-s')}`, () => control[list]());
  app.get('/settings', () => control.settings());

  function post<T extends TSchema>(path: string, schema: T, run: (body: Static<T>) => unknown) {
    const problemsOf = checker(schema);
    app.post(path, async ({ body = {} }) => {
      check(problemsOf(body));
      return run(body as Static<T>) ?? { done: true };
    });
  }
  post('/products', schemas.ProductRequest, body => control.addProduct(body));
  post('/accounts', schemas.AccountRequest, body => control.addAccount(body));
  post('/accept', schemas.AcceptRequest, body => control.accept(body));
  post('/registration-token', schemas.AgreementRequest, body => control.registrationToken(body.agreementId));
  post('/expire-token', schemas.TokenRequest, body => control.expireToken(body.token));
  post('/end-agreement', schemas.EndAgreementRequest, body =>
    control.endAgreement(body.agreementId, body.status),
  );
  post('/settings', schemas.SettingsRequest, body => control.settings(body));
  post('/faults', schemas.FaultRequest, body => control.addFault(body));
  post('/change-set-failure', schemas.ChangeSetFailureRequest, body => control.failNextChangeSet(body));
  post('/redeliver', schemas.EventRequest, body => control.redeliver(body.eventId));
  app.delete('/faults', async () => control.clearFaults() ?? { done: true });
  app.post('/reset', async () => control.reset() ?? { done: true });
}
