import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { nonce } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { readDeal } from '../../../service/read.ts';
import { deskContext } from '../../desk-context.ts';
import { requireStaff } from '../../session.ts';
import { actorOf } from '../../staff.ts';
import { dealParams, showAgain } from '../routes.ts';
import { dealUrl } from '../view.ts';
import { mayOfferAgain } from './offer-again-card.tsx';
import { takeUpAgain } from './take-up.ts';

/** A new offer in one press, after a payment that failed. */
export async function offerAgainRoutes(app: App, deps: Deps): Promise<void> {
  const schema = { params: dealParams, body: Type.Object({ nonce }), hide: true };
  app.post(
    '/desk/deals/:dealId/offer-again',
    { schema, preHandler: requireStaff(deps) },
    async (request, reply) => {
      const visit = { request, reply, dealId: request.params.dealId };
      const deal = await readDeal(deps, visit.dealId);
      const { staff, messages } = deskContext({ deps, request, reply, url: dealUrl(visit.dealId) });
      return submit(visit, {
        async ask() {
          if (!mayOfferAgain(deal, staff)) return { errors: {}, problem: messages.deal.refusals.notYours };
          const taken = await takeUpAgain(deps, { deal, by: actorOf(staff) });
          if ('dealId' in taken) return taken.dealId;
          return { errors: {}, problem: messages.desk.offerAgain.broken };
        },
        goTo: dealUrl,
        again: back => showAgain(deps, visit, back),
      });
    },
  );
}
