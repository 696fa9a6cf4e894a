import type { FastifyReply } from 'fastify';
import type { Deal } from '../../../deal/deal.ts';
import { limitsBroken } from '../../../deal/terms/terms-limits.ts';
import type { App, Deps } from '../../deps.ts';
import { anyFields, type FormValues } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { askDeal } from '../../service/ask.ts';
import { fieldsOf } from '../../service/draft/draft-fields.ts';
import { noteProposing, readDraft, takesDrafts } from '../../service/draft/drafts.ts';
import { readDeal } from '../../service/read.ts';
import { fieldId } from '../../ui/fields/field.tsx';
import { asksForAll, zonesQuery } from '../../ui/fields/zones-query.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { afterStep, dealParams } from '../deal/routes.ts';
import { dealUrl } from '../deal/view.ts';
import { type DeskContext, deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { actorOf } from '../staff.ts';
import { conflictShown, type DraftShown, draftSeen, draftShown } from './draft/draft-shown.ts';
import { keepTyped, seenBy } from './draft/keep.ts';
import { draftPageRoutes } from './draft/routes.ts';
import { firstValues } from './first-values.ts';
import { type ParsedTerms, parseTerms, paymentRows } from './parse-terms.ts';
import { termsSummary } from './summary.ts';
import { termErrors } from './term-errors.ts';
import { TermsPage } from './terms-page.tsx';
import type { TermsView } from './view.ts';

interface TermsForm {
  context: DeskContext;
  deal: Deal;
  values: FormValues;
  parsed: ParsedTerms;
  draft: DraftShown;
}

/** The form for a new version of the terms, checked while typing and again when it is sent. */
export async function termsRoutes(app: App, deps: Deps): Promise<void> {
  const path = '/desk/deals/:dealId/terms';
  const preHandler = requireStaff(deps);
  const shown = { schema: { params: dealParams, querystring: zonesQuery, hide: true }, preHandler };
  const sent = { schema: { params: dealParams, body: anyFields, hide: true }, preHandler };
  await app.register(draftPageRoutes, deps);

  app.get(path, shown, async (request, reply) => {
    const form = await formOf(deps, { request, reply }, request.params.dealId);
    return show(deps, reply, form, { allZones: asksForAll(request.query) });
  });

  app.post(`${path}/check`, sent, async (request, reply) => {
    const form = await formOf(deps, { request, reply }, request.params.dealId, request.body);
    const byId = Object.entries(wrongIn(deps, form)).map(([name, message]) => [fieldId(name), message]);
    return { errors: Object.fromEntries(byId), output: summaryOf(form) };
  });

  app.post(path, sent, async (request, reply) => {
    const form = await formOf(deps, { request, reply }, request.params.dealId, request.body);
    if (form.values.more) return addLines(deps, reply, form);
    return form.values.keep ? keep(deps, { request, reply }, form) : propose(deps, { request, reply }, form);
  });
}

function addLines(deps: Deps, reply: FastifyReply, form: TermsForm) {
  const values = { ...form.values, paymentRows: String(paymentRows(form.values) + 4) };
  return show(deps, reply, { ...form, values }, { nonce: form.values.nonce, allZones: true });
}

/** Back to the deal, where colleagues see the draft too. */
function keep(deps: Deps, visit: Visit, form: TermsForm) {
  let { draft } = form;
  return submit(visit, {
    async ask() {
      const kept = await keepTyped(deps, form, seenBy(form.values));
      if (!('changed' in kept)) return kept;
      draft = conflictShown(kept.draft, form.context);
      return { errors: {}, status: 409 };
    },
    goTo: () => `${dealUrl(form.deal.dealId)}#draft`,
    again: ({ problem, nonce, status }) =>
      show(deps, visit.reply, { ...form, draft }, { problem, nonce, allZones: true }, status),
  });
}

function propose(deps: Deps, visit: Visit, form: TermsForm) {
  const { context, deal, parsed } = form;
  const { dealId } = deal;
  return submit(visit, {
    async ask(commandId) {
      const errors = wrongIn(deps, form);
      if (Object.keys(errors).length > 0) return { errors };
      const send = form.values.send === 'yes';
      const body = { type: 'proposeTerms' as const, terms: parsed.terms, ...(send && { send }) };
      const by = actorOf(context.staff);
      await noteProposing(deps, { dealId, by, commandId, seen: seenBy(form.values) });
      return askDeal(deps, { dealId, body, by, commandId });
    },
    goTo: ({ commandId }) => afterStep(dealId, commandId),
    again: back => show(deps, visit.reply, form, cameBack(back, form), back.status),
  });
}

/** Throws the Problem dealNotFound. */
async function formOf(deps: Deps, visit: Visit, dealId: string, sent?: FormValues): Promise<TermsForm> {
  const { products } = deps.config;
  const deal = await readDeal(deps, dealId);
  const context = deskContext({ deps, ...visit, url: `${dealUrl(dealId)}/terms` });
  const kept = sent || !takesDrafts(deal) ? undefined : await readDraft(deps, dealId);
  const values = sent ?? (kept ? fieldsOf(kept) : firstValues(deal, { products, now: deps.now() }));
  const draft = sent
    ? { revision: sent[draftSeen] ?? '' }
    : draftShown(kept, { context, versions: deal.terms.length });
  return { context, deal, values, draft, parsed: parseTerms(values, { deal, products }) };
}

function wrongIn({ now }: Deps, { parsed, context }: TermsForm) {
  return termErrors(limitsBroken(parsed.terms, now().slice(0, 10)), parsed, context);
}

const summaryOf = ({ parsed, deal, context }: TermsForm) =>
  termsSummary(parsed.terms, { deal, reader: context });

type Shown = Partial<Pick<TermsView, 'errors' | 'problem' | 'nonce' | 'allZones'>>;

function show({ config }: Deps, reply: FastifyReply, form: TermsForm, more: Shown = {}, status = 200) {
  const { context, deal, values, draft } = form;
  const { products } = config;
  const view = { context, deal, products, values, draft, summary: summaryOf(form), errors: {}, ...more };
  return sendPage(reply, TermsPage({ view }), status);
}

function cameBack({ errors, problem, nonce, entry }: Comeback, { parsed, context }: TermsForm) {
  const { code, fields = [] } = entry?.refusal ?? {};
  return {
    errors: { ...termErrors(fields, parsed, context), ...errors },
    problem: code ? context.messages.deal.refusals[code] : problem,
    nonce,
    allZones: true,
  };
}
