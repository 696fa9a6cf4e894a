import Type, { type Static } from 'typebox';
import type { Agreement } from '../../agreements/agreement.ts';
import { END_OF_TIME } from '../../engine/dates.ts';
import { type Marketplace, settings } from '../../engine/marketplace.ts';
import { AwsError } from '../../wire/errors.ts';
import { operation, type Service } from '../../wire/operation.ts';
import { pageOf, pageToken } from '../../wire/paging.ts';

const values = Type.Optional(Type.Array(Type.String(), { minItems: 1 }));

const GetEntitlementsRequest = Type.Object({
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
type GetEntitlementsRequest = Static<typeof GetEntitlementsRequest>;

const invalidParameter = (message: string) => new AwsError({ code: 'InvalidParameterException', message });

/** A license counts from its event on, or later when the lag is set; a deprovisioned one no longer does. */
const isEntitled = (agreement: Agreement) =>
  agreement.license === 'PROVISIONED' && (agreement.entitledFrom ?? 0) <= Date.now();

function entitlementsOf(market: Marketplace, agreement: Agreement) {
  return agreement.entitlements.map(({ dimension, quantity }) => ({
    ProductCode: market.state.products[agreement.productId]?.code,
    Dimension: dimension,
    CustomerAWSAccountId: agreement.acceptorAccountId,
    Value: { IntegerValue: quantity },
    ExpirationDate: agreement.endTime ? new Date(agreement.endTime) : END_OF_TIME,
    LicenseArn: agreement.licenseArn,
  }));
}

type Entitlement = ReturnType<typeof entitlementsOf>[number];

/** Values of one key are united, keys are intersected. Nothing is known by the retired customer identifier. */
function matches(entitlement: Entitlement, filter: GetEntitlementsRequest['Filter'] = {}): boolean {
  const holds = (wanted: string[] | undefined, value: string) => !wanted || wanted.includes(value);
  return (
    !filter.CUSTOMER_IDENTIFIER &&
    holds(filter.CUSTOMER_AWS_ACCOUNT_ID, entitlement.CustomerAWSAccountId) &&
    holds(filter.DIMENSION, entitlement.Dimension) &&
    holds(filter.LICENSE_ARN, entitlement.LicenseArn)
  );
}

function getEntitlements(market: Marketplace, request: GetEntitlementsRequest) {
  const { Filter, NextToken, MaxResults = 25 } = request;
  const product = Object.values(market.state.products).find(each => each.code === request.ProductCode);
  if (!product) throw invalidParameter('The product code is not valid.');
  if (Filter?.CUSTOMER_IDENTIFIER && Filter.CUSTOMER_AWS_ACCOUNT_ID) {
    throw invalidParameter('CUSTOMER_IDENTIFIER and CUSTOMER_AWS_ACCOUNT_ID cannot be used together.');
  }
  if (settings(market).emptyEntitlementPage && NextToken === undefined) {
    return { Entitlements: [], NextToken: pageToken(0) };
  }
  const all = Object.values(market.state.agreements)
    .filter(each => each.productId === product.id && isEntitled(each))
    .flatMap(each => entitlementsOf(market, each))
    .filter(each => matches(each, Filter));
  const invalid = () => invalidParameter('The NextToken is not valid.');
  const page = pageOf(all, { token: NextToken, size: MaxResults, invalid });
  return { Entitlements: page.items, NextToken: page.next };
}

export const entitlementService: Service = {
  name: 'entitlement',
  target: 'AWSMPEntitlementService',
  signingName: 'aws-marketplace',
  contentType: 'application/x-amz-json-1.1',
  operations: { GetEntitlements: operation(GetEntitlementsRequest, getEntitlements) },
  invalid: problems =>
    invalidParameter(problems.map(({ field, message }) => `${field}: ${message}`).join('; ')),
  throttled: new AwsError({ code: 'ThrottlingException', message: 'The calls to the API are throttled.' }),
  internal: new AwsError({
    code: 'InternalServiceErrorException',
    message: 'An internal error has occurred. Retry your request.',
    status: 500,
  }),
};
