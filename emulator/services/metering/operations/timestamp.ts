import type { Marketplace } from '../../../engine/marketplace.ts';
import { fail } from '../errors.ts';
import type { UsageRecord } from '../shapes.ts';

const HOUR = 3600;
/** Clocks of two machines differ, and the SDK rounds to seconds. */
const TOLERANCE = 60;
/** The usage of a month is taken until 06:00 UTC of the next one's first day. */
const GRACE = 6 * HOUR;

const seconds = (moment: number) => moment / 1000;

/** One record out of the window fails the whole batch. @throws AwsError TimestampOutOfBoundsException */
export function checkTimestamp(market: Marketplace, { Timestamp }: UsageRecord): void {
  const now = market.clock.now();
  const age = seconds(now.getTime()) - Timestamp;
  const month = seconds(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
  const closed = Timestamp < month && seconds(now.getTime()) >= month + GRACE;
  if (age >= 24 * HOUR || age < -TOLERANCE || closed) {
    throw fail(
      'TimestampOutOfBoundsException',
      'The timestamp value passed in the UsageRecord is out of allowed range.',
    );
  }
}

/** AWS keeps one record for each hour. */
export const hourOf = ({ Timestamp }: UsageRecord) => Math.floor(Timestamp / HOUR);
