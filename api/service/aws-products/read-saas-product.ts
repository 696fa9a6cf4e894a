import type { DescribeEntityCommandOutput } from '@aws-sdk/client-marketplace-catalog';
import { Type } from 'typebox';
import Value from 'typebox/value';

/** A SaaS product as AWS describes it. */
export interface AwsProduct {
  productId: string;
  productCode: string;
  title: string;
  visibility: string;
  dimensions: AwsDimension[];
}

export interface AwsDimension {
  key: string;
  label: string;
  description: string;
  /** Sold ahead, by contract; others are billed by use and have no place in the terms of a deal. */
  isSoldAhead: boolean;
}

const words = Type.Optional(Type.String());

/** What of DetailsDocument is read; AWS may say more (entity type SaaSProduct@1.0 of the Catalog API). */
const document = Type.Object({
  Description: Type.Object({ ProductTitle: Type.String(), ProductCode: Type.String(), Visibility: words }),
  Dimensions: Type.Optional(
    Type.Array(
      Type.Object({
        Key: Type.String(),
        Name: words,
        Description: words,
        Types: Type.Optional(Type.Array(Type.String())),
      }),
    ),
  ),
});

/** Throws an Error for an entity that is no SaaS product. */
export function readSaasProduct(
  { DetailsDocument, EntityType = '' }: Pick<DescribeEntityCommandOutput, 'DetailsDocument' | 'EntityType'>,
  productId: string,
): AwsProduct {
  const given: unknown = DetailsDocument;
  if (!EntityType.startsWith('SaaSProduct') || !Value.Check(document, given))
    throw new Error(`AWS describes ${productId} as ${EntityType || 'nothing'}, and not as a SaaS product.`);
  const { Description, Dimensions = [] } = given;
  return {
    productId,
    productCode: Description.ProductCode,
    title: Description.ProductTitle,
    visibility: Description.Visibility ?? '',
    dimensions: Dimensions.map(({ Key, Name, Description: about = '', Types = ['Entitled'] }) => ({
      key: Key,
      label: Name ?? Key,
      description: about,
      isSoldAhead: Types.includes('Entitled'),
    })),
  };
}
