import type { Database } from '../../../shared/models/database.ts';
import { caseless } from '../../../shared/models/outbox.ts';

/** A deal that cannot go on before a mail has arrived. */
export interface WaitingDeal {
  dealId: string;
  company: string;
}

/**
 * The deals that wait for a person because mail to one of these addresses did not arrive, by address in lower case. A
 * deal keeps a mail among its own until it has gone out, or goes to another address.
 */
export async function waitingDeals(
  { outbox, deals }: Pick<Database, 'outbox' | 'deals'>,
  addresses: readonly string[],
): Promise<Map<string, WaitingDeal[]>> {
  const failed = await outbox
    .find(
      { 'to.email': { $in: [...addresses] }, state: { $in: ['failed', 'bounced'] } },
      { dealId: 1, request: 1, to: 1 },
    )
    .collation(caseless)
    .lean();
  const ids = [...new Set(failed.flatMap(({ dealId }) => dealId ?? []))];
  const records = await deals.find({ _id: { $in: ids }, stuck: true }, { company: 1, deal: 1 }).lean();
  const found = new Map<string, WaitingDeal[]>();
  for (const { _id: dealId, company, deal } of records) {
    const waiting = failed.filter(
      mail => mail.dealId === dealId && deal.mails.some(({ key }) => key === mail.request?.key),
    );
    for (const email of new Set(waiting.map(({ to }) => to.email.toLowerCase())))
      found.set(email, [...(found.get(email) ?? []), { dealId, company }]);
  }
  return found;
}
