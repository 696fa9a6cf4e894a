import { Type } from 'typebox';
import { isUnpaid } from '../../deal/offer/again.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { takeUpAgain } from '../desk/deal/offer-again/take-up.ts';
import { callerOf, requireRole } from '../plugins/callers.ts';
import { readDeal } from '../service/read.ts';
import { invalidProblem } from '../service/refused.ts';
import { languageOf } from '../ui/pages/language.ts';
import { dealParams, problemAnswers } from './schemas.ts';

const opened = Type.Object({ dealId: Type.String({ description: 'Of the new deal' }) });
const schema = {
  tags: ['deals'],
  security: [{ token: [] }],
  summary: 'Offer again what was accepted and not paid',
  description: 'Opens a deal of its own with the same terms. The same again gives the same deal.',
  params: dealParams,
  response: { 200: opened, ...problemAnswers },
};

/** A new offer after a payment that failed, as by the press at the desk. */
export async function offerAgainApiRoute(app: App, deps: Deps): Promise<void> {
  app.addHook('onRequest', requireRole('sales'));
  app.post('/api/deals/:dealId/offer-again', { schema }, async request => {
    const deal = await readDeal(deps, request.params.dealId);
    const messages = messagesIn(languageOf(request));
    if (!isUnpaid(deal)) throw new Problem('refused', { detail: messages.deal.refusals.notNow });
    const taken = await takeUpAgain(deps, { deal, by: callerOf(request) });
    if ('dealId' in taken) return taken;
    throw invalidProblem(taken.broken, messages);
  });
}
