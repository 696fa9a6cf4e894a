import type { ClientSession } from 'mongoose';
import { openStages } from '../../../../deal/stages.ts';
import { currencies } from '../../../../deal/terms/money.ts';
import type { Product } from '../../../../deal/terms/products.ts';
import { readDeskValue } from '../../../../shared/desk-settings/read.ts';
import type { ChangedFields } from '../../../../shared/models/desk/desk-change.ts';
import type { Deps } from '../../../deps.ts';
import { type Done, differing, type NotChanged, recordChange } from '../changes/record-change.ts';
import { changesSince } from '../changes/since.ts';
import type { Asking } from '../people/change-people.ts';

/** Why a product was not changed. */
export type WhyNoProduct = 'changedMeanwhile' | 'codeTaken' | 'lastProduct' | 'inDeals' | 'tooMany';

/** `seen`: the newest change of the desk when the form was shown. */
type AskingSeen = Asking & { seen: number };
type Needs = Pick<Deps, 'db' | 'now' | 'config' | 'settings'>;

const mostProducts = 100;

/** What is sold as the desk has it now, read from the database: other processes may have changed it a moment ago. */
export async function productsNow(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  session?: ClientSession,
): Promise<Product[]> {
  return (await readDeskValue(db, 'products', session)) ?? config.products;
}

/** Sells a product, or sells it otherwise. From then on the desk's list of products holds, and not the environment's. */
export function setProduct(
  deps: Needs,
  { product, ...asking }: AskingSeen & { product: Product },
): Promise<NotChanged<WhyNoProduct> | undefined> {
  return changeProducts(deps, { productId: product.productId, ...asking }, async products => {
    const { productId, productCode } = product;
    const others = products.filter(each => each.productId !== productId);
    const before = products.find(each => each.productId === productId);
    if (others.some(each => each.productCode === productCode)) return { refused: 'codeTaken' };
    if (others.length >= mostProducts) return { refused: 'tooMany' };
    const changed = differing(before ? factsOf(before) : {}, factsOf(product));
    if (!changed) return undefined;
    const after = before ? products.map(each => (each === before ? product : each)) : [...products, product];
    return { products: after, done: { what: 'productSet', about: productId, ...changed } };
  });
}

/** Sells a product no more. One that deals are under way with stays: their buyers still arrive from AWS. */
export function removeProduct(
  deps: Needs,
  { productId, ...asking }: AskingSeen & { productId: string },
): Promise<NotChanged<WhyNoProduct> | undefined> {
  return changeProducts(deps, { productId, ...asking }, async products => {
    const found = products.find(each => each.productId === productId);
    if (!found) return undefined;
    if (products.length === 1) return { refused: 'lastProduct' };
    const ofIt = { stage: { $in: openStages }, 'figures.product': productId };
    if (await deps.db.deals.exists(ofIt)) return { refused: 'inDeals' };
    const done = { what: 'productRemoved', about: productId, before: factsOf(found), after: {} } as const;
    return { products: products.filter(each => each !== found), done };
  });
}

type Changed = { products: Product[]; done: NonNullable<Done> } | NotChanged<WhyNoProduct> | undefined;

async function changeProducts(
  deps: Needs,
  { productId, seen, by, commandId }: AskingSeen & { productId: string },
  change: (products: Product[], session: ClientSession) => Promise<Changed>,
) {
  const { db, now, settings } = deps;
  const refused = await recordChange<WhyNoProduct>(db, { by, at: now(), commandId }, async session => {
    const newer = await changesSince(db, { about: productId, seen, session });
    if (newer.length > 0) return { refused: 'changedMeanwhile' };
    const changed = await change(await productsNow(deps, session), session);
    if (!changed || 'refused' in changed) return changed;
    const value = { value: changed.products };
    await db.deskSettings.updateOne({ _id: 'products' }, { $set: value }, { upsert: true, session });
    return changed.done;
  });
  await settings.refresh();
  return refused;
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
