import { openStages } from '../../../../deal/stages.ts';
import { currencies } from '../../../../deal/terms/money.ts';
import type { Product } from '../../../../deal/terms/products.ts';
import type { ChangedFields } from '../../../../shared/models/desk/desk-change.ts';
import type { AskingSeen } from '../changes/asking.ts';
import { differing, type NotChanged } from '../changes/record-change.ts';
import { changeValue, type Needs } from '../values/desk-value.ts';

/** Why a product was not changed. */
export type WhyNoProduct = 'changedMeanwhile' | 'codeTaken' | 'lastProduct' | 'inDeals' | 'tooMany';

const mostProducts = 100;

/** Sells a product, or sells it otherwise. From then on the desk's list of products holds, and not the environment's. */
export function setProduct(
  deps: Needs,
  { product, ...asking }: AskingSeen & { product: Product },
): Promise<NotChanged<WhyNoProduct> | undefined> {
  return changeValue<'products', WhyNoProduct>(
    deps,
    'products',
    { about: product.productId, ...asking },
    async products => {
      const { productId, productCode } = product;
      const others = products.filter(each => each.productId !== productId);
      const before = products.find(each => each.productId === productId);
      if (others.some(each => each.productCode === productCode)) return { refused: 'codeTaken' };
      if (others.length >= mostProducts) return { refused: 'tooMany' };
      const changed = differing(before ? factsOf(before) : {}, factsOf(product));
      if (!changed) return undefined;
      const after = before
        ? products.map(each => (each === before ? product : each))
        : [...products, product];
      return { value: after, done: { what: 'productSet', about: productId, ...changed } };
    },
  );
}

/** Sells a product no more. One that deals are under way with stays: their buyers still arrive from AWS. */
export function removeProduct(
  deps: Needs,
  { productId, ...asking }: AskingSeen & { productId: string },
): Promise<NotChanged<WhyNoProduct> | undefined> {
  return changeValue<'products', WhyNoProduct>(
    deps,
    'products',
    { about: productId, ...asking },
    async products => {
      const found = products.find(each => each.productId === productId);
      if (!found) return undefined;
      if (products.length === 1) return { refused: 'lastProduct' };
      const ofIt = { stage: { $in: openStages }, 'figures.product': productId };
      if (await deps.db.deals.exists(ofIt)) return { refused: 'inDeals' };
      const done = { what: 'productRemoved', about: productId, before: factsOf(found), after: {} } as const;
      return { value: products.filter(each => each !== found), done };
    },
  );
}

/** What the changes tell of a product: its dimensions and prices each by a name of its own. */
function factsOf({ productCode, title, offerUrlTemplate, dimensions }: Product): ChangedFields {
  const rows = dimensions.flatMap(({ key, label, listPrices = {} }) => [
    [key, label] as const,
    ...currencies.flatMap(currency => {
      const price = listPrices[currency];
      return price ? [[`${key} ${currency}`, price] as const] : [];
    }),
  ]);
  return { title, productCode, ...(offerUrlTemplate && { offerUrlTemplate }), ...Object.fromEntries(rows) };
}
