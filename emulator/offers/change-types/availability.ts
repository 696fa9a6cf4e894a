import Type, { type Static } from 'typebox';
import { dayOf, isDay } from '../../engine/dates.ts';
import { changeType, when } from './change-type.ts';
import { Day } from './shapes.ts';

const Details = Type.Object({ AvailabilityEndDate: Day });

/** A past date is how a released offer is cancelled; for a new one it is a mistake. */
export const UpdateAvailability = changeType<Static<typeof Details>>(Details, {
  allowedAfterRelease: true,
  apply: ({ market, offer }, { AvailabilityEndDate: day }) => {
    offer.availabilityEndDate = day;
    const past = offer.state === 'Draft' && day < dayOf(market.clock.now());
    return when(
      past || !isDay(day),
      'INVALID_AVAILABILITY_END_DATE',
      'Provide a future AvailabilityEndDate.',
    );
  },
});
