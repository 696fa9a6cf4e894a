import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deal } from '../../../deal/deal.ts';
import { limitsBroken } from '../../../deal/terms/terms-limits.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { commandIdOf, type FormValues, formValues } from '../../forms/form-values.ts';
import { askDeal } from '../../service/ask.ts';
import { readDeal } from '../../service/read.ts';
import { fieldId } from '../../ui/fields/field.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { afterStep } from '../deal/routes.ts';
import { dealUrl } from '../deal/view.ts';
import { type DeskContext, deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import { firstValues } from './first-values.ts';
import { paymentRows, type ReadTerms, readTerms } from './parse-terms.ts';
import { termsSummary } from './summary.ts';
import { termErrors } from './term-errors.ts';
import { TermsPage } from './terms-page.tsx';
import type { TermsView } from './view.ts';

interface Form {
  context: DeskContext;
  deal: Deal;
  values: FormValues;
  read: ReadTerms;
}

/** The form for a new version of the terms, checked while typing and again when it is sent. */
export async function termsRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireStaff(deps) };
  const { products } = deps.config;

  app.get('/desk/deals/:dealId/terms', options, async (request, reply) => {
    const form = await formOf(request, reply);
    return send(reply, form, {});
  });

  app.post('/desk/deals/:dealId/terms/check', options, async (request, reply) => {
    const { context, deal, read } = await formOf(request, reply);
    const errors = termErrors(limitsBroken(read.terms, today()), read, context);
    const byId = Object.entries(errors).map(([name, message]) => [fieldId(name), message]);
    return { errors: Object.fromEntries(byId), output: termsSummary(read.terms, { deal, reader: context }) };
  });

  app.post('/desk/deals/:dealId/terms', options, async (request, reply) => {
    const form = await formOf(request, reply);
    const { values, deal } = form;
    if (values.more) {
      const more = { ...values, paymentRows: String(paymentRows(values) + 4) };
      return send(reply, { ...form, values: more }, { nonce: values.nonce });
    }
    const errors = termErrors(limitsBroken(form.read.terms, today()), form.read, form.context);
    if (Object.keys(errors).length > 0) return send(reply, form, { errors }, 422);
    return propose(request, reply, { form, dealId: deal.dealId, commandId: commandIdOf(values) });
  });

  async function propose(
    request: FastifyRequest,
    reply: FastifyReply,
    { form, dealId, commandId }: { form: Form; dealId: string; commandId: string },
  ) {
    const { context, read } = form;
    try {
      const body = { type: 'proposeTerms' as const, terms: read.terms };
      const answer = await askDeal(deps, { dealId, body, by: actorOf(staffOf(request)), commandId });
      if (answer.state !== 'refused') return reply.redirect(afterStep(dealId, commandId), 303);
      const { refusal } = answer.entry;
      const errors = termErrors(refusal?.fields ?? [], read, context);
      return send(
        reply,
        form,
        { errors, problem: refusal && context.messages.deal.refusals[refusal.code] },
        409,
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      request.log.warn({ err: error }, 'terms not proposed');
      const { what, next } = context.messages.problems[error.code];
      const nonce = error.status === 503 ? commandId : undefined;
      return send(reply, form, { problem: `${error.detail ?? what} ${next}`, nonce }, error.status);
    }
  }

  function today(): string {
    return deps.now().slice(0, 10);
  }

  /** Throws the Problem dealNotFound. */
  async function formOf(request: FastifyRequest, reply: FastifyReply): Promise<Form> {
    const { dealId } = request.params as { dealId: string };
    const deal = await readDeal(deps, dealId);
    const context = deskContext({ deps, request, reply, url: `${dealUrl(dealId)}/terms` });
    const first = request.method === 'GET';
    const values = first ? firstValues(deal, { products, now: deps.now() }) : formValues(request.body);
    return { context, deal, values, read: readTerms(values, { deal, products }) };
  }

  function send(
    reply: FastifyReply,
    { context, deal, values, read }: Form,
    more: Partial<Pick<TermsView, 'errors' | 'problem' | 'nonce'>>,
    status = 200,
  ) {
    const summary = termsSummary(read.terms, { deal, reader: context });
    const view = { context, deal, products, values, summary, errors: {}, ...more };
    return sendPage(reply, TermsPage({ view }), status);
  }
}
