import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { agreementService } from '../../../emulator/services/agreement/service.ts';
import * as agreementShapes from '../../../emulator/services/agreement/shapes.ts';
import { catalogService } from '../../../emulator/services/catalog/service.ts';
import * as catalogShapes from '../../../emulator/services/catalog/shapes.ts';
import { entitlementService } from '../../../emulator/services/entitlement/service.ts';
import * as entitlementShapes from '../../../emulator/services/entitlement/shapes.ts';
import { meteringService } from '../../../emulator/services/metering/service.ts';
import * as meteringShapes from '../../../emulator/services/metering/shapes.ts';

type Structure = [kind: number, namespace: string, name: string, traits: unknown, members: string[]];
type Operation = [kind: number, namespace: string, name: string, traits: unknown, input: () => Structure];
type Schemas = Record<string, Operation>;

const models = {
  agreement: await import('@aws-sdk/client-marketplace-agreement'),
  catalog: await import('@aws-sdk/client-marketplace-catalog'),
  entitlement: await import('@aws-sdk/client-marketplace-entitlement-service'),
  metering: await import('@aws-sdk/client-marketplace-metering'),
};

/** The SDK's schemas are exported as `SearchAgreements$`; an operation is of kind 9, with input and output. */
const schemasOf = (model: object) =>
  Object.fromEntries(
    Object.entries(model).filter(([name, value]) => name.endsWith('$') && Array.isArray(value)),
  ) as Schemas;
const operationsOf = (model: object) =>
  Object.values(schemasOf(model))
    .filter(([kind]) => kind === 9)
    .map(([, , name]) => name)
    .sort();
/** The names of the members of an operation's input. */
function inputOf(model: object, operation: string): string[] {
  const input = schemasOf(model)[`${operation}$`]?.[4];
  return input?.()[4] ?? [];
}

const NOT_EMULATED = {
  agreement: [
    'AcceptAgreementCancellationRequest',
    'AcceptAgreementPaymentRequest',
    'AcceptAgreementRequest',
    'BatchCreateBillingAdjustmentRequest',
    'CancelAgreement',
    'CancelAgreementPaymentRequest',
    'CreateAgreementRequest',
    'GetAgreementPaymentRequest',
    'GetBillingAdjustmentRequest',
    'ListAgreementCharges',
    'ListAgreementInvoiceLineItems',
    'ListAgreementPaymentRequests',
    'ListBillingAdjustmentRequests',
    'RejectAgreementCancellationRequest',
    'RejectAgreementPaymentRequest',
    'SendAgreementPaymentRequest',
    'UpdatePurchaseOrders',
  ],
  catalog: [
    'DeleteResourcePolicy',
    'DescribeAssessment',
    'GetResourcePolicy',
    'ListAssessments',
    'ListTagsForResource',
    'PutResourcePolicy',
    'TagResource',
    'UntagResource',
  ],
  entitlement: [],
  metering: ['MeterUsage', 'RegisterUsage'],
};
const services = {
  agreement: agreementService,
  catalog: catalogService,
  entitlement: entitlementService,
  metering: meteringService,
};
type Name = keyof typeof services;
const names = Object.keys(services) as Name[];

/** The schema with which the emulator reads an operation's input. */
const shapes: Record<string, { properties: object }> = {
  SearchAgreements: agreementShapes.SearchAgreementsRequest,
  DescribeAgreement: agreementShapes.DescribeAgreementRequest,
  GetAgreementTerms: agreementShapes.AgreementPageRequest,
  GetAgreementEntitlements: agreementShapes.AgreementPageRequest,
  SendAgreementCancellationRequest: agreementShapes.SendCancellationRequest,
  GetAgreementCancellationRequest: agreementShapes.GetCancellationRequest,
  CancelAgreementCancellationRequest: agreementShapes.CancelCancellationRequest,
  ListAgreementCancellationRequests: agreementShapes.ListCancellationRequests,
  StartChangeSet: catalogShapes.StartChangeSetRequest,
  DescribeChangeSet: catalogShapes.ChangeSetRequest,
  CancelChangeSet: catalogShapes.ChangeSetRequest,
  ListChangeSets: catalogShapes.ListChangeSetsRequest,
  DescribeEntity: catalogShapes.DescribeEntityRequest,
  BatchDescribeEntities: catalogShapes.BatchDescribeEntitiesRequest,
  ListEntities: catalogShapes.ListEntitiesRequest,
  GetEntitlements: entitlementShapes.GetEntitlementsRequest,
  ResolveCustomer: meteringShapes.ResolveCustomerRequest,
  BatchMeterUsage: meteringShapes.BatchMeterUsageRequest,
};
/** The catalog's queries are in lower case on the wire, in Pascal case in the model. */
const plain = (members: string[]) => members.map(each => each.toLowerCase()).sort();

describe('the installed SDK has nothing that is new here', () => {
  it.each(names)('no operation of %s that is neither emulated nor named as left out', name => {
    const known = [...Object.keys(services[name].operations), ...NOT_EMULATED[name]].sort();
    expect(operationsOf(models[name])).toEqual(known);
  });

  const emulated = names.flatMap(name =>
    Object.keys(services[name].operations).map(operation => [name, operation] as const),
  );
  it.each(emulated)('no member of the input of %s %s', (name, operation) => {
    const known = plain(Object.keys(shapes[operation]?.properties ?? {}));
    expect(known).toEqual(plain(inputOf(models[name], operation)));
  });

  it.each([
    ['AgreementStatus', models.agreement.AgreementStatus, 'engine/agreement.ts'],
    ['AgreementEntitlementStatus', models.agreement.AgreementEntitlementStatus, 'engine/agreement.ts'],
    [
      'AgreementCancellationRequestStatus',
      models.agreement.AgreementCancellationRequestStatus,
      'engine/agreement.ts',
    ],
    [
      'AgreementCancellationRequestReasonCode',
      models.agreement.AgreementCancellationRequestReasonCode,
      'services/agreement/shapes.ts',
    ],
    ['ChangeStatus', models.catalog.ChangeStatus, 'engine/change-set.ts'],
    ['FailureCode', models.catalog.FailureCode, 'engine/change-set.ts'],
    ['OfferStateString', models.catalog.OfferStateString, 'engine/offer.ts'],
  ])('no value of %s', (_name, values, file) => {
    const text = readFileSync(new URL(`../../../emulator/${file}`, import.meta.url), 'utf8');
    expect(Object.values(values).filter(value => !text.includes(`'${value}'`))).toEqual([]);
  });
});
