import type { ActivityDeps } from '../../activities/activities.ts';
import { askProductsWorkflow } from '../../deal/contract/messages.ts';
import { setAsideOtherListings } from '../../shared/marketplace/other-listings.ts';
import { callTemporal } from '../../shared/temporal/signal.ts';
import { priorityFor } from '../../shared/temporal/start-once.ts';

/** What AWS did not want to say is asked again after this. */
const againAfterMs = 3_600_000;
const mostAsked = 50;

type Needs = Pick<ActivityDeps, 'db' | 'config' | 'temporal'>;

/**
 * Sets aside what AWS tells of the seller's other listings, and has AWS asked for the product where no event has named it.
 * Throws the Problem temporalUnavailable.
 */
export async function sortOtherListings(needs: Needs): Promise<void> {
  const unknown = await setAsideOtherListings(needs);
  const lately = await needs.db.events.distinct('notice.agreementId', {
    state: 'waiting',
    keys: { $in: unknown },
    askedAt: { $gt: new Date(Date.now() - againAfterMs) },
  });
  const agreementIds = unknown.filter(each => !lately.includes(each)).slice(0, mostAsked);
  if (agreementIds.length > 0) await askProducts(needs, agreementIds);
}

/** One at a time: while AWS is being asked, nothing is asked beside it. */
async function askProducts({ temporal, config }: Needs, agreementIds: string[]): Promise<void> {
  const { TEMPORAL_TASK_QUEUE: taskQueue } = config;
  await callTemporal(temporal, () =>
    temporal.workflow.start(askProductsWorkflow, {
      workflowId: `${askProductsWorkflow}-${taskQueue}`,
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue,
      args: [{ agreementIds }],
      priority: priorityFor.machine,
    }),
  );
}
