import type { Agreement } from '../../../engine/agreement.ts';
import { legacyIdentifier } from '../../../engine/customer-identifier.ts';
import { newId } from '../../../engine/ids.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import type { Product } from '../../../engine/offer.ts';
import { fail } from '../errors.ts';
import type { BatchMeterUsageRequest, UsageRecord } from '../shapes.ts';
import { checkQuantity, quantityOf } from './quantity.ts';
import { checkTimestamp, hourOf } from './timestamp.ts';

function productOf(
  market: Marketplace,
  { ProductCode, UsageRecords }: BatchMeterUsageRequest,
): Product | undefined {
  if (ProductCode === undefined) {
    const arn = UsageRecords[0]?.LicenseArn;
    const licensed = Object.values(market.state.agreements).find(each => each.licenseArn === arn);
    return licensed && market.state.products[licensed.productId];
  }
  const product = Object.values(market.state.products).find(each => each.code === ProductCode);
  if (!product)
    throw fail(
      'InvalidProductCodeException',
      'The product code passed does not match the product code used for publishing the product.',
    );
  return product;
}

/** The last usage can still be reported between the end of the agreement and the loss of its license. */
const isMeterable = ({ status, license }: Agreement) => status === 'ACTIVE' || license === 'PROVISIONED';

const isCustomers = (market: Marketplace, agreement: Agreement, record: UsageRecord) =>
  record.CustomerAWSAccountId
    ? agreement.acceptorAccountId === record.CustomerAWSAccountId
    : legacyIdentifier(market, agreement) === record.CustomerIdentifier;

function agreementOf(market: Marketplace, record: UsageRecord, product: Product | undefined) {
  const agreements = Object.values(market.state.agreements);
  const mine = agreements.filter(each => isMeterable(each) && isCustomers(market, each, record));
  return record.LicenseArn
    ? mine.find(each => each.licenseArn === record.LicenseArn)
    : mine.find(each => each.productId === product?.id);
}

const noCustomer = () =>
  fail(
    'InvalidCustomerIdentifierException',
    'You have metered usage for a CustomerIdentifier that does not exist.',
  );

/** Who used it: an account, or on a legacy listing a customer identifier that AWS has given. */
function checkCustomer(market: Marketplace, record: UsageRecord): void {
  if (record.CustomerAWSAccountId) return;
  const agreements = Object.values(market.state.agreements);
  const known = record.CustomerIdentifier && agreements.some(each => isCustomers(market, each, record));
  if (!known) throw noCustomer();
}

function checkLicense(market: Marketplace, record: UsageRecord): void {
  if (!record.LicenseArn) return;
  const licensed = Object.values(market.state.agreements).find(each => each.licenseArn === record.LicenseArn);
  if (!licensed || !isCustomers(market, licensed, record)) {
    throw fail('InvalidLicenseException', 'Ensure the LicenseArn is valid and matches the customer.');
  }
}

function checkRecord(market: Marketplace, record: UsageRecord, product: Product | undefined): void {
  checkTimestamp(market, record);
  checkQuantity(record);
  checkCustomer(market, record);
  checkLicense(market, record);
  if (product && !product.dimensions.some(each => each.key === record.Dimension)) {
    throw fail('InvalidUsageDimensionException', `The usage dimension ${record.Dimension} does not exist.`);
  }
}

/** One record an hour, license and dimension: the same again is a success, another quantity a duplicate. */
function meter(market: Marketplace, record: UsageRecord, product: Product | undefined) {
  const agreement = agreementOf(market, record, product);
  if (!agreement) return { UsageRecord: record, Status: 'CustomerNotSubscribed' };
  const key = `${agreement.licenseArn}|${record.Dimension}|${hourOf(record)}`;
  const quantity = String(quantityOf(record));
  market.state.usage[key] ??= { id: newId.request(), quantity };
  const metered = market.state.usage[key];
  return {
    UsageRecord: record,
    MeteringRecordId: metered.id,
    Status: metered.quantity === quantity ? 'Success' : 'DuplicateRecord',
  };
}

/** All of a batch, or nothing when a record is out of order. */
export function batchMeterUsage(market: Marketplace, request: BatchMeterUsageRequest) {
  const { ProductCode, UsageRecords } = request;
  if (ProductCode !== undefined && UsageRecords.some(each => each.LicenseArn)) {
    throw fail('ValidationException', 'ProductCode cannot be used together with LicenseArn.');
  }
  const product = productOf(market, request);
  for (const record of UsageRecords) checkRecord(market, record, product);
  return {
    Results: UsageRecords.map(record => meter(market, record, product)),
    UnprocessedRecords: [],
  };
}
