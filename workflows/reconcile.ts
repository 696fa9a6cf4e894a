import { log, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { AgreementActivities } from '../activities/aws/agreements.ts';
import type { ArrivalActivities } from '../activities/aws/arrivals.ts';
import type { OfferActivities } from '../activities/aws/offers.ts';
import { awsQueue } from '../deal/contract/messages.ts';

interface Look {
  /** The moment from which the next look begins. */
  next: string;
  /** The same of offers, which are asked for apart. */
  offersNext?: string;
  /** A deal was told something that it did not know. */
  notified: boolean;
}

/**
 * The safety net for events that never came. A Temporal Schedule runs it; each run begins where the last
 * successful one ended, so that no time is left out however long nothing ran.
 */
export async function reconcile(): Promise<Look> {
  const { taskQueue, lastResult } = workflowInfo();
  const aws = proxyActivities<AgreementActivities & ArrivalActivities>({
    taskQueue: awsQueue(taskQueue, 'agreement'),
    startToCloseTimeout: '2m',
    heartbeatTimeout: '10s',
    scheduleToCloseTimeout: '10m',
    retry: { initialInterval: '1s', maximumInterval: '1m' },
  });
  const last = lastResult as Look | undefined;
  const look = await aws.findAgreements({ since: last?.next });
  // After the agreements: an offer that was accepted before somebody ended it is no longer offered.
  const offersNext = await findOffers(last?.offersNext);
  // A deal writes down what it was told before it can be asked about its license; the next look may be hours away.
  if (look.notified) await sleep('2s', { summary: 'until the deals have it in writing' });
  await aws
    .findLicenses()
    .catch(error => log.warn('licenses could not be asked for', { error: String(error) }));
  await aws.replayArrivals();
  return { ...look, ...(offersNext && { offersNext }) };
}

/** What AWS does not want to tell is asked for by the next look, from the same moment on. */
async function findOffers(since: string | undefined): Promise<string | undefined> {
  const catalog = proxyActivities<OfferActivities>({
    taskQueue: awsQueue(workflowInfo().taskQueue, 'catalog'),
    startToCloseTimeout: '2m',
    heartbeatTimeout: '10s',
    scheduleToCloseTimeout: '5m',
    retry: { initialInterval: '1s', maximumInterval: '1m' },
  });
  return catalog.findOffers({ since }).catch(error => {
    log.warn('offers could not be asked for', { error: String(error) });
    return since;
  });
}
