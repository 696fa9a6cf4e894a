import type { Deal } from '../deal.ts';
import type { Actor } from '../people.ts';

/** Somebody who approves only because an approver is away has no say about a deal that is his own. */
export const ownsAsStandIn = ({ owner }: Pick<Deal, 'owner'>, { id, standsInFor }: Actor): boolean =>
  standsInFor !== undefined && owner?.toLowerCase() === id;
