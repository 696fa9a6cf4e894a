import { log, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { PurchaseActivities } from '../activities/aws/purchases.ts';
import { awsQueue } from '../deal/contract/messages.ts';

/** Asks AWS, one by one and within its limits, what was bought by agreements that no deal knows. */
export async function askProducts({ agreementIds }: { agreementIds: string[] }): Promise<void> {
  const aws = proxyActivities<PurchaseActivities>({
    taskQueue: awsQueue(workflowInfo().taskQueue, 'agreement'),
    startToCloseTimeout: '30s',
    heartbeatTimeout: '10s',
    scheduleToCloseTimeout: '2m',
    retry: { initialInterval: '1s', maximumInterval: '30s' },
  });
  for (const agreementId of agreementIds)
    await aws
      .askProduct({ agreementId })
      .catch(error => log.warn('AWS does not say what was bought', { agreementId, error: String(error) }));
}
