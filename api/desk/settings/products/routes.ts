import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { text } from '../../../forms/fields.ts';
import { listAwsProducts } from '../../../service/aws-products/aws-products.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { deskContext } from '../../desk-context.ts';
import { requireAdmin } from '../admin.ts';
import { valueNow } from '../values/desk-value.ts';
import { oneProductRoutes } from './product-routes.ts';
import { ProductsPage } from './products-page.tsx';
import { doneNames, productsUrl } from './view.ts';

const querystring = Type.Object({ aws: text(10), done: text(20) });

/** What is sold: the list, what AWS lists, and one product. */
export async function productRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireAdmin(deps) };
  app.get(productsUrl, options, async (request, reply) => {
    const { aws, done: asked } = request.query;
    const [products, kept, atAws] = await Promise.all([
      valueNow(deps, 'products'),
      deps.db.deskSettings.exists({ _id: 'products' }),
      aws === 'yes' ? listAwsProducts(deps.marketplace) : undefined,
    ]);
    const context = deskContext({ deps, request, reply });
    const done = doneNames.find(each => each === asked);
    const view = { context, products, isOfEnvironment: !kept, atAws, done };
    return sendPage(reply, ProductsPage({ view }));
  });
  oneProductRoutes(app, deps);
}
