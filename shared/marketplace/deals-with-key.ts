import type { Command } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { Database } from '../models/database.ts';

/** What waits for a deal: the ids that it names, the surest first, and the deals that have refused it. */
export interface Waiting {
  keys: string[];
  refusedBy?: string[];
}

/**
 * The deals that know one of the keys and may take the command, the one with the surest key first. Nothing that was
 * refused comes again: a deal decides a command once.
 */
export async function dealsFor(
  db: Pick<Database, 'deals'>,
  waiting: Waiting,
  command: Command,
): Promise<Deal[]> {
  const known = { keys: { $in: waiting.keys }, _id: { $nin: waiting.refusedBy ?? [] } };
  return takers(await db.deals.find(known, { keys: 1, deal: 1 }).lean(), waiting, command);
}

/** Of deals that know a key. Several may know an offer, and it says nothing of whose purchase it is. */
export function takers(
  records: { keys: string[]; deal: Deal }[],
  { keys }: Waiting,
  command: Command,
): Deal[] {
  const surest = ({ keys: own }: { keys: string[] }) => keys.findIndex(key => own.includes(key));
  return records
    .toSorted((a, b) => surest(a) - surest(b))
    .map(({ deal }) => deal)
    .filter(deal => !isOthers(deal, command));
}

/** True for what is of another purchase than the deal's, as far as the deal's record tells. */
export function isOthers(deal: Deal, command: Command): boolean {
  const code = dealDecider.decide(deal, command, command.at)?.code;
  return code === 'otherAgreement' || code === 'otherAccount';
}
