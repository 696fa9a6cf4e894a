import type { DealInput } from '../../deal/contract/messages.ts';
import type { Inquiry } from '../../deal/deal.ts';
import type { Config } from '../../shared/config.ts';
import { policyFrom } from '../../shared/policy-from-config.ts';
import { dealIdFor, startDeal } from '../../shared/temporal/start-deal.ts';
import type { Deps } from '../deps.ts';

const patienceMs = 3000;

/** What the workflow of a deal is started with that is opened at a moment (`at`, ISO) of business time. */
export function dealInput(
  config: Config,
  opened: Pick<DealInput, 'dealId' | 'commandId' | 'at' | 'inquiry'>,
): DealInput {
  const { at, inquiry } = opened;
  const policy = policyFrom(config, { at, timeZone: inquiry.contact.timeZone });
  return { ...opened, policy, clock: config.clock };
}

/**
 * Opens a deal with its first inquiry. `recorded` tells whether the desk shows it already; it is safe either way.
 * Throws the Problem temporalUnavailable, with nothing opened.
 */
export async function openDeal(
  deps: Deps,
  asked: { inquiry: Inquiry; commandId: string },
): Promise<{ dealId: string; recorded: boolean }> {
  const { inquiry, commandId } = asked;
  const dealId = dealIdFor(commandId);
  // The workflow's id is only guarded while Temporal keeps its history; the record is there for good.
  if (await deps.db.deals.exists({ _id: dealId })) return { dealId, recorded: true };
  const input = dealInput(deps.config, { dealId, commandId, inquiry, at: deps.now() });
  await startDeal(deps.temporal, deps.config, input);
  const entry = await deps.timeline.entryOf({ dealId, commandId, patienceMs });
  return { dealId, recorded: entry !== undefined };
}
