import type { ChangeSetFailure } from '../engine/change-set.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import type { Fault } from '../engine/task.ts';
import { findEvent } from '../events/publish.ts';
import { found } from './found.ts';

/** What goes wrong next. */
export function mischief(market: Marketplace) {
  return {
    addFault(fault: Omit<Fault, 'times'> & { times?: number }) {
      const planned = { times: 1, ...fault };
      market.state.faults.push(planned);
      return planned;
    },
    clearFaults() {
      market.state.faults = [];
    },
    failNextChangeSet(failure: ChangeSetFailure) {
      market.state.changeSetFailures.push(failure);
    },
    redeliver(eventId: string) {
      found(findEvent(market, eventId), `event ${eventId}`);
      market.schedule.add({ after: 0 }, { kind: 'deliver', eventId, attempt: 1 });
    },
  };
}
