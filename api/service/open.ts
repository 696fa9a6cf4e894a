import { createHash } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { type DealInput, dealWorkflow, dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Inquiry } from '../../deal/deal.ts';
import type { Config } from '../../shared/config.ts';
import { policyFrom } from '../../shared/policy-from-config.ts';
import { callTemporal } from '../../shared/temporal/signal.ts';
import type { Deps } from '../deps.ts';

/** Crockford's alphabet: no letter that is read as another over the phone. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const patienceMs = 3000;

/** The deal's id, made from the command's id so that a repeated request opens no second deal. 50 bits. */
function dealIdFrom(commandId: string): string {
  const digest = createHash('sha256').update(commandId).digest();
  return Array.from(digest.subarray(0, 10), byte => alphabet[byte % 32]).join('');
}

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
  const dealId = dealIdFrom(commandId);
  // The workflow's id is only guarded while Temporal keeps its history; the record is there for good.
  if (await deps.db.deals.exists({ _id: dealId })) return { dealId, recorded: true };
  await start(deps, dealInput(deps.config, { dealId, commandId, inquiry, at: deps.now() }));
  const entry = await deps.timeline.entryOf({ dealId, commandId, patienceMs });
  return { dealId, recorded: entry !== undefined };
}

async function start(deps: Deps, input: DealInput): Promise<void> {
  try {
    await callTemporal(deps.temporal, () =>
      deps.temporal.workflow.start(dealWorkflow, {
        workflowId: dealWorkflowId(input.dealId),
        taskQueue: deps.config.TEMPORAL_TASK_QUEUE,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        staticSummary: `Deal ${input.dealId}`,
        args: [input],
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
