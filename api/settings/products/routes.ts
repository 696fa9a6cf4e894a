import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { Problem } from '../../../shared/problems.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { changesSince, newestChange } from '../../desk/settings/changes/since.ts';
import {
  removeProduct,
  setProduct,
  type WhyNoProduct,
} from '../../desk/settings/products/change-products.ts';
import { parseProduct } from '../../desk/settings/products/parse-product.ts';
import { valueNow } from '../../desk/settings/values/desk-value.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { askingIn } from '../asking.ts';
import { againstRule, changedMeanwhile, invalidFields } from '../refusals.ts';
import { common, idempotencyHeader, seen, strict } from '../schemas.ts';
import { editable, fieldsOf, pointersOf, productSchema } from './product.ts';

const url = '/api/settings/products';
const productUrl = `${url}/:productId`;
const params = Type.Object({ productId: Type.String({ pattern: '^[\\w+=.:@\\-/]{1,150}$' }) });
const one = { 200: Type.Object({ product: productSchema, seen }), ...problemAnswers };
const headers = idempotencyHeader;

/** What is sold, and at which list prices. */
export async function productApiRoutes(app: App, deps: Deps): Promise<void> {
  const listed = { 200: Type.Object({ products: Type.Array(productSchema), seen }), ...problemAnswers };
  app.get(url, { schema: { ...common, summary: 'All products', response: listed } }, async () => {
    const newest = await newestChange(deps.db);
    return { products: await valueNow(deps, 'products'), seen: newest };
  });

  const reading = { ...common, summary: 'One product', params, response: one };
  app.get(productUrl, { schema: reading }, async request => read(deps, request.params.productId));

  const body = Type.Object({ ...editable, seen }, strict);
  const setting = {
    ...common,
    summary: 'Sell a product, or sell it otherwise',
    params,
    headers,
    body,
    response: one,
  };
  app.put(productUrl, { schema: setting }, async request => {
    const { productId } = request.params;
    const { seen: known, ...said } = request.body;
    const lang = languageOf(request);
    const messages = messagesIn(lang);
    const { problems } = messages.desk.settings.products;
    const keys = said.dimensions.map(({ key }) => key);
    if (new Set(keys).size < keys.length) throw invalidFields({ dimensions: problems.sameDimension });
    const product = { productId, ...said };
    const parsed = parseProduct(fieldsOf(product), { productId, messages, lang });
    if (parsed.errors) throw invalidFields(parsed.errors, pointersOf(product));
    const asking = { ...askingIn(request), seen: known };
    const refused = await setProduct(deps, { product: parsed.product, ...asking });
    if (refused) throw await refusal(deps, request, { why: refused.refused, productId, seen: known });
    return read(deps, productId);
  });
  removal(app, deps);
}

function removal(app: App, deps: Deps): void {
  const schema = {
    ...common,
    summary: 'Sell a product no more',
    params,
    headers,
    querystring: Type.Object({ seen }, strict),
    response: { 204: Type.Null({ description: 'It is sold no more' }), ...problemAnswers },
  };
  app.delete(productUrl, { schema }, async (request, reply) => {
    const { productId } = request.params;
    const { seen: known } = request.query;
    const refused = await removeProduct(deps, { productId, ...askingIn(request), seen: known });
    if (refused) throw await refusal(deps, request, { why: refused.refused, productId, seen: known });
    return reply.code(204).send(null);
  });
}

/** Throws the Problem notFound for one that is not sold. */
async function read(deps: Deps, productId: string) {
  const newest = await newestChange(deps.db);
  const product = (await valueNow(deps, 'products')).find(each => each.productId === productId);
  if (!product) throw new Problem('notFound');
  return { product, seen: newest };
}

async function refusal(
  { db }: Pick<Deps, 'db'>,
  request: FastifyRequest,
  { why, productId, seen: known }: { why: WhyNoProduct; productId: string; seen: number },
): Promise<Problem> {
  if (why === 'changedMeanwhile')
    return changedMeanwhile(await changesSince(db, { about: productId, seen: known }));
  const { problems } = messagesIn(languageOf(request)).desk.settings.products;
  return againstRule(problems[why], why === 'codeTaken' ? '/productCode' : undefined);
}
