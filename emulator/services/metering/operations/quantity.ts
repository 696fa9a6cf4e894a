import { unitsOf } from '../../../engine/money.ts';
import { fail } from '../errors.ts';
import type { UsageRecord } from '../shapes.ts';

const invalidAllocations = () =>
  fail(
    'InvalidUsageAllocationsException',
    'The allocated quantities must be of the same type as the quantity of the record, and their sum its value.',
  );

/** The usage of a record by its value, in units of 10^-8: 17, 17.0 and 17.00 are the same. */
export const quantityOf = ({ Quantity = 0, QuantityAsDecimal }: UsageRecord): bigint =>
  unitsOf(QuantityAsDecimal ?? String(Quantity));

/** @throws AwsError ValidationException, InvalidUsageAllocationsException */
export function checkQuantity(record: UsageRecord): void {
  const { Quantity, QuantityAsDecimal, UsageAllocations } = record;
  if (Quantity !== undefined && QuantityAsDecimal !== undefined) {
    throw fail('ValidationException', 'Quantity and QuantityAsDecimal cannot be used together.');
  }
  if (!UsageAllocations) return;
  const parts = UsageAllocations.map(each =>
    QuantityAsDecimal === undefined ? each.AllocatedUsageQuantity : each.AllocatedUsageQuantityAsDecimal,
  );
  const others = UsageAllocations.map(each =>
    QuantityAsDecimal === undefined ? each.AllocatedUsageQuantityAsDecimal : each.AllocatedUsageQuantity,
  );
  if (parts.includes(undefined) || others.some(each => each !== undefined)) throw invalidAllocations();
  const sum = parts.reduce<bigint>((total, each) => total + unitsOf(String(each)), 0n);
  if (sum !== quantityOf(record)) throw invalidAllocations();
}
