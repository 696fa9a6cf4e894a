import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Inquiry } from '../../deal/deal.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';
import { openDeal } from '../service/open.ts';

const commandId = (...parts: string[]) =>
  `inquiry-${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;

/**
 * Opens a deal for a program. The key counts together with the e-mail address, so that knowing somebody's key tells
 * nothing. Throws the Problems commandIdReused and temporalUnavailable.
 */
export async function takeJson(deps: Deps, { inquiry, key }: { inquiry: Inquiry; key: string }) {
  const email = inquiry.contact.email.toLowerCase();
  const opened = await openDeal(deps, { inquiry, commandId: commandId(key, email) });
  const record = await deps.db.deals.findById(opened.dealId, { 'deal.inquiry': 1 }).lean();
  if (record && !isDeepStrictEqual(record.deal.inquiry, inquiry)) throw new Problem('commandIdReused');
  return opened;
}
