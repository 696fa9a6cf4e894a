import type { Client } from '@temporalio/client';
import type { Opening, OpeningPurchase } from '../deal/contract/messages.ts';
import { commandIds } from '../deal/keys.ts';
import type { Config } from '../shared/config.ts';
import { dealIdFor, startDeal } from '../shared/temporal/start-deal.ts';

export type OpeningActivities = ReturnType<typeof createOpeningActivities>;

/** Deals that no inquiry opens. */
export function createOpeningActivities({
  temporal,
  config,
  now,
}: {
  temporal: Client;
  config: Config;
  now: () => string;
}) {
  return {
    /** Opens the deal of a purchase and gives its id. The same agreement again is the same deal. */
    async openPurchase({ opening }: { opening: Opening & { purchase: OpeningPurchase } }): Promise<string> {
      const commandId = commandIds.purchase(opening.purchase.told.agreementId);
      const dealId = dealIdFor(commandId);
      await startDeal(temporal, config, { ...opening, dealId, commandId, at: now(), clock: config.clock });
      return dealId;
    },
  };
}
