import type { Agreement } from '../../../engine/agreement.ts';
import { newId } from '../../../engine/ids.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import type { Product } from '../../../engine/offer.ts';
import { fail } from '../errors.ts';
import type { BatchMeterUsageRequest, UsageRecord } from '../shapes.ts';

const HOUR = 3600;
/** Clocks of two machines differ, and the SDK rounds to seconds. */
const TOLERANCE = 60;

/** One record out of the window of 24 hours fails the whole batch. */
function checkTimestamp(market: Marketplace, { Timestamp }: UsageRecord) {
  const age = market.clock.now().getTime() / 1000 - Timestamp;
  if (age > 24 * HOUR || age < -TOLERANCE) {
    throw fail(
      'TimestampOutOfBoundsException',
      'The timestamp value passed in the UsageRecord is out of allowed range.',
    );
  }
}

function checkAllocations({ Quantity = 0, UsageAllocations }: UsageRecord) {
  if (!UsageAllocations) return;
  const sum = UsageAllocations.reduce((total, each) => total + each.AllocatedUsageQuantity, 0);
  if (sum !== Quantity) {
    throw fail(
      'InvalidUsageAllocationsException',
      'The sum of the allocated quantities must be the quantity of the record.',
    );
  }
}

function productOf(
  market: Marketplace,
  { ProductCode, UsageRecords }: BatchMeterUsageRequest,
): Product | undefined {
  const products = Object.values(market.state.products);
  if (ProductCode === undefined) {
    const arn = UsageRecords[0]?.LicenseArn;
    const licensed = Object.values(market.state.agreements).find(each => each.licenseArn === arn);
    return licensed && market.state.products[licensed.productId];
  }
  const product = products.find(each => each.code === ProductCode);
  if (!product)
    throw fail(
      'InvalidProductCodeException',
      'The product code passed does not match the product code used for publishing the product.',
    );
  return product;
}

/** The last usage can still be reported between the end of the agreement and the loss of its license. */
const isMeterable = ({ status, license }: Agreement) => status === 'ACTIVE' || license === 'PROVISIONED';

function agreementOf(market: Marketplace, record: UsageRecord): Agreement | undefined {
  const mine = Object.values(market.state.agreements).filter(
    each => each.acceptorAccountId === record.CustomerAWSAccountId && isMeterable(each),
  );
  return record.LicenseArn ? mine.find(each => each.licenseArn === record.LicenseArn) : mine[0];
}

function checkRecord(market: Marketplace, record: UsageRecord, product: Product | undefined) {
  checkTimestamp(market, record);
  checkAllocations(record);
  if (!record.CustomerAWSAccountId) {
    throw fail(
      'InvalidCustomerIdentifierException',
      'You have metered usage for a CustomerIdentifier that does not exist.',
    );
  }
  const licenses = Object.values(market.state.agreements).map(each => each.licenseArn);
  if (record.LicenseArn && !licenses.includes(record.LicenseArn)) {
    throw fail('InvalidLicenseException', 'The license is invalid.');
  }
  if (product && !product.dimensions.some(each => each.key === record.Dimension)) {
    throw fail('InvalidUsageDimensionException', `The usage dimension ${record.Dimension} does not exist.`);
  }
}

/** One record an hour, license and dimension: the same again is a success, another quantity a duplicate. */
function meter(market: Marketplace, record: UsageRecord) {
  const agreement = agreementOf(market, record);
  if (!agreement) return { UsageRecord: record, Status: 'CustomerNotSubscribed' };
  const hour = Math.floor(record.Timestamp / HOUR);
  const key = `${agreement.licenseArn}|${record.Dimension}|${hour}`;
  market.state.usage[key] ??= { id: newId.request(), quantity: record.Quantity ?? 0 };
  const metered = market.state.usage[key];
  const same = metered.quantity === (record.Quantity ?? 0);
  return { UsageRecord: record, MeteringRecordId: metered.id, Status: same ? 'Success' : 'DuplicateRecord' };
}

/** All of a batch, or nothing when a record is out of order. */
export function batchMeterUsage(market: Marketplace, request: BatchMeterUsageRequest) {
  const product = productOf(market, request);
  for (const record of request.UsageRecords) checkRecord(market, record, product);
  return { Results: request.UsageRecords.map(record => meter(market, record)), UnprocessedRecords: [] };
}
