import Type, { type Static } from 'typebox';

const values = Type.Optional(Type.Array(Type.String(), { minItems: 1 }));

export const GetEntitlementsRequest = Type.Object({
  ProductCode: Type.String({ minLength: 1, maxLength: 255 }),
  Filter: Type.Optional(
    Type.Object(
      {
        CUSTOMER_IDENTIFIER: values,
        CUSTOMER_AWS_ACCOUNT_ID: values,
        DIMENSION: values,
        LICENSE_ARN: values,
      },
      { additionalProperties: false },
    ),
  ),
  NextToken: Type.Optional(Type.String()),
  MaxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 25 })),
});
export type GetEntitlementsRequest = Static<typeof GetEntitlementsRequest>;
