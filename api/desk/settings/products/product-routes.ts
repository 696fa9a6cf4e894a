import { Type } from 'typebox';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, nonce, text } from '../../../forms/fields.ts';
import { submit, type Wrong } from '../../../forms/submit.ts';
import { deskContext } from '../../desk-context.ts';
import { byOf, requireAdmin } from '../admin.ts';
import { seenIn } from '../changes/since.ts';
import { removeProduct, setProduct, type WhyNoProduct } from './change-products.ts';
import { parseProduct } from './parse-product.ts';
import { showProduct } from './show-product.ts';
import { productsUrl, productUrl } from './view.ts';

const querystring = Type.Object({ done: text(20) });
/** AWS's ids, as the Catalog API takes them. */
const params = Type.Object({ productId: Type.String({ pattern: '^[\\w+=.:@\\-/]{1,150}$' }) });
const removal = Type.Object({ seen: text(20), nonce });
const path = `${productsUrl}/:productId`;

/** One product: shown, saved, and sold no more. */
export function oneProductRoutes(app: App, deps: Deps): void {
  const preHandler = requireAdmin(deps);
  app.get(path, { schema: { params, querystring, hide: true }, preHandler }, async (request, reply) => {
    const { productId } = request.params;
    return showProduct(deps, { request, reply }, { productId, done: request.query.done });
  });

  app.post(path, { schema: { params, body: anyFields, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const { productId } = request.params;
    const { messages, lang, staff } = deskContext({ deps, ...visit });
    const values = request.body;
    const seen = seenIn(values);
    return submit(visit, {
      async ask(commandId) {
        const parsed = parseProduct(values, { productId, messages, lang });
        if (parsed.errors) return { errors: parsed.errors };
        const asking = { by: byOf(staff), commandId, seen };
        const refused = await setProduct(deps, { product: parsed.product, ...asking });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${productUrl(productId)}?done=saved`,
      again: ({ status, errors, problem }) =>
        showProduct(deps, visit, { productId, values, errors, problem, hadSeen: seen }, status),
    });
  });
  removalRoute(app, deps);
}

function removalRoute(app: App, deps: Deps): void {
  const options = { schema: { params, body: removal, hide: true }, preHandler: requireAdmin(deps) };
  app.post(`${path}/remove`, options, async (request, reply) => {
    const visit = { request, reply };
    const { productId } = request.params;
    const { messages, staff } = deskContext({ deps, ...visit });
    const seen = seenIn(request.body);
    return submit(visit, {
      async ask(commandId) {
        const refused = await removeProduct(deps, { productId, by: byOf(staff), commandId, seen });
        return refused && wrongOf(refused.refused, messages);
      },
      goTo: () => `${productsUrl}?done=removed`,
      again: ({ status, errors, problem }) =>
        showProduct(deps, visit, { productId, errors, problem, hadSeen: seen }, status),
    });
  });
}

/** A change that came meanwhile is shown by itself; anything else is said. */
function wrongOf(refused: WhyNoProduct, { desk }: Messages): Wrong {
  if (refused === 'changedMeanwhile') return { errors: {}, status: 409 };
  return { errors: {}, status: 409, problem: desk.settings.products.problems[refused] };
}
