import { type ArrivalNeeds, replayArrivals } from '../../shared/marketplace/arrivals.ts';

export type ArrivalActivities = ReturnType<typeof createArrivalActivities>;

/** Buyers who came from AWS before their deal could be found or told. */
export function createArrivalActivities(needs: ArrivalNeeds) {
  return {
    async replayArrivals(): Promise<number> {
      return replayArrivals(needs);
    },
  };
}
