import type { Deps } from '../../../deps.ts';
import { describeAwsProduct } from '../../../service/aws-products/aws-products.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { changesSince, newestChange } from '../changes/since.ts';
import { valueNow } from '../values/desk-value.ts';
import { ProductPage } from './product-page.tsx';
import { valuesOf } from './rows.ts';
import { doneNames, type ProductView, productUrl } from './view.ts';

type Shown = Partial<Pick<ProductView, 'values' | 'errors' | 'problem'>> & {
  productId: string;
  done?: string;
  /** The newest change that the reader knew when he pressed: what has come since is shown with whatever else was wrong. */
  hadSeen?: number;
};

/** The page of one product, as it is or as it was typed, with what AWS says of it at this moment. */
export async function showProduct(
  deps: Deps,
  visit: Visit,
  { productId, done: asked, hadSeen, ...typed }: Shown,
  status = 200,
) {
  // The number first: what is changed after it is noticed when the form comes.
  const seen = await newestChange(deps.db);
  const [products, atAws, meanwhile] = await Promise.all([
    valueNow(deps, 'products'),
    describeAwsProduct(deps.marketplace, productId),
    hadSeen === undefined ? [] : changesSince(deps.db, { about: productId, seen: hadSeen }),
  ]);
  const product = products.find(each => each.productId === productId);
  const values = valuesOf(product, 'answer' in atAws ? atAws.answer : undefined);
  const context = deskContext({ deps, ...visit, url: productUrl(productId) });
  const done = doneNames.find(each => each === asked);
  const view = { values, ...typed, context, productId, product, atAws, seen, meanwhile, done };
  return sendPage(visit.reply, ProductPage({ view }), status);
}
