import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { Problem } from '../../../shared/problems.ts';
import { problemAnswers } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { describeAwsProduct, listAwsProducts } from '../../service/aws-products/aws-products.ts';
import type { AwsTrouble } from '../../service/aws-products/aws-trouble.ts';
import { languageOf } from '../../ui/pages/language.ts';
import { common, words } from '../schemas.ts';

const url = '/api/settings/aws-products';
const productId = Type.String({ pattern: '^[\\w+=.:@\\-/]{1,150}$' });
const about = {
  productId: Type.String(),
  title: Type.String(),
  visibility: words('AWS’s word for who sees it, such as `Limited`'),
};
const dimension = Type.Object({
  key: Type.String(),
  label: Type.String(),
  description: Type.String(),
  isSoldAhead: Type.Boolean({ description: 'By contract, which a private offer needs' }),
});
const described = Type.Object({ ...about, productCode: Type.String(), dimensions: Type.Array(dimension) });

/** What AWS Marketplace has at this moment, to be compared and taken over. */
export async function awsProductRoutes(app: App, deps: Deps): Promise<void> {
  const listed = { 200: Type.Object({ products: Type.Array(Type.Object(about)) }), ...problemAnswers };
  const list = { ...common, summary: 'The seller’s SaaS products, as AWS lists them', response: listed };
  app.get(url, { schema: list }, async request => {
    const found = await listAwsProducts(deps.marketplace);
    if ('trouble' in found) throw awsProblem(found.trouble, request);
    return { products: found.answer };
  });

  const params = Type.Object({ productId });
  const response = { 200: described, ...problemAnswers };
  const one = {
    ...common,
    summary: 'One product with its dimensions, as AWS describes it',
    params,
    response,
  };
  app.get(`${url}/:productId`, { schema: one }, async request => {
    const found = await describeAwsProduct(deps.marketplace, request.params.productId);
    if ('trouble' in found) throw awsProblem(found.trouble, request);
    return found.answer;
  });
}

/** What is in the way, what cures it, and AWS's own words. */
function awsProblem({ kind, action, detail }: AwsTrouble, request: FastifyRequest): Problem {
  const { awsTrouble, awsCure } = messagesIn(languageOf(request)).desk.settings.products;
  const said = `${awsTrouble[kind]} (${detail}). ${awsCure[kind](action)}`;
  return new Problem(kind === 'unknown' ? 'notFound' : 'awsUnavailable', { detail: said });
}
