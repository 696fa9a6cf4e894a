import { Type } from 'typebox';
import { termsOfAgreement } from '../../../shared/marketplace/purchases/terms-of-agreement.ts';
import type { App, Deps } from '../../deps.ts';
import { anyFields, type FormValues, text } from '../../forms/fields.ts';
import { submit, type Wrong } from '../../forms/submit.ts';
import { askPurchase, type Obstacle, type Purchase } from '../../service/purchases/ask-purchase.ts';
import { obstacleText } from '../../service/purchases/obstacle-text.ts';
import { dealOfAgreement, openPurchase } from '../../service/purchases/open-purchase.ts';
import { parsePurchase } from '../../service/purchases/parse-purchase.ts';
import { asksForAll, zonesQuery } from '../../ui/fields/zones-query.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { dealUrl } from '../deal/view.ts';
import { deskContext } from '../desk-context.ts';
import { requireDecider } from '../events/may-decide.ts';
import { stillMatched } from '../events/unmatched.ts';
import { requireStaff } from '../session.ts';
import { actorOf, listStaff, mayOwnDeals } from '../staff.ts';
import { firstValues } from './first-values.ts';
import { OpeningPage } from './opening-page.tsx';

import { type KnownPurchase, type OpeningView, openingUrl, openingUrlOf } from './view.ts';

const querystring = Type.Object({ ...zonesQuery.properties, agreement: text(200) });

/** A deal for a purchase that no deal knows, and for an agreement from before Offerdesk. */
export async function openingRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = [requireStaff(deps), requireDecider];

  app.get(openingUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const agreementId = request.query.agreement.trim();
    const allZones = asksForAll(request.query);
    return show(deps, { request, reply }, { agreementId, allZones });
  });

  app.post(openingUrl, { schema: { body: anyFields, hide: true }, preHandler }, async (request, reply) =>
    open(deps, { request, reply }, request.body),
  );
}

async function open(deps: Deps, visit: Visit, values: FormValues) {
  const agreementId = (values.agreement ?? '').trim();
  const { messages, staff } = deskContext({ deps, ...visit, url: openingUrlOf(agreementId) });
  const colleagues = await listStaff(deps.db);
  return submit(visit, {
    async ask(): Promise<Wrong | { dealId: string; recorded: boolean }> {
      const parsed = parsePurchase(
        { agreementId, values },
        { colleagues: colleagues.filter(mayOwnDeals), messages },
      );
      if ('errors' in parsed) return parsed;
      const opened = await openPurchase(deps, { words: parsed.words, by: actorOf(staff) });
      if ('dealId' in opened) return opened;
      return { errors: {}, problem: obstacleText(opened, messages), status: 409 };
    },
    goTo: ({ dealId, recorded }) => (recorded ? dealUrl(dealId) : '/desk'),
    again: ({ errors, problem, status }) =>
      show(deps, visit, { agreementId, values, errors, problem, allZones: true }, status),
  });
}

type Shown = Pick<OpeningView, 'agreementId' | 'allZones'> &
  Partial<Pick<OpeningView, 'values' | 'errors' | 'problem'>>;

async function show(deps: Deps, visit: Visit, shown: Shown, status = 200) {
  const { agreementId, values } = shown;
  const url = agreementId ? openingUrlOf(agreementId) : openingUrl;
  const context = deskContext({ deps, ...visit, url: visit.request.method === 'GET' ? undefined : url });
  const empty = { context, values: {}, colleagues: [], errors: {}, ...shown };
  if (!agreementId) return sendPage(visit.reply, OpeningPage({ view: empty }), status);
  const purchase = await askPurchase(deps, agreementId);
  if ('problem' in purchase)
    return sendPage(visit.reply, OpeningPage({ view: withObstacle(empty, purchase) }), 422);
  const [taken, matching, filled, colleagues] = await Promise.all([
    dealOfAgreement(deps, agreementId),
    stillMatched(deps.db, agreementId),
    firstValues(deps, { purchase, staff: context.staff }),
    listStaff(deps.db),
  ]);
  const view = { ...empty, ...filled, ...(values && { values }), colleagues, taken, matching };
  return sendPage(visit.reply, OpeningPage({ view: { ...view, known: knownOf(purchase, view) } }), status);
}

function withObstacle(view: OpeningView, obstacle: Obstacle): OpeningView {
  const problem = obstacleText(obstacle, view.context.messages);
  return { ...view, errors: { ...view.errors, agreement: problem } };
}

/** The terms as they will be; whoever accepted is not part of what AWS knows. */
function knownOf({ asked, product, notice, origin }: Purchase, { context }: OpeningView): KnownPurchase {
  const { name, email, language, timeZone } = context.staff;
  const terms = termsOfAgreement(asked, { product, signer: { name, email, language, timeZone } });
  const { acceptedAt, startsAt = '', endsAt, offerId } = notice;
  return { terms, acceptedAt, startsAt, endsAt, offerId, origin };
}
