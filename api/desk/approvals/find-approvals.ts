import type { Deal } from '../../../deal/deal.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import type { Deps } from '../../deps.ts';
import { findKind } from '../home/find-waiting.ts';
import type { StaffMember } from '../staff.ts';

/** The approvals that wait for this approver, what is due first before the rest; nobody decides what he asked for. */
export async function approvalsFor(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  staff: StaffMember,
): Promise<DealRow[]> {
  const waiting = await findKind(db, 'decideApproval', { staff, whose: 'mine', now: now() });
  return waiting.map(({ row }) => row);
}

/** The deal whose approval is looked at: the one that is asked for as long as it waits, else the first. */
export async function chosenFrom(
  db: Deps['db'],
  { waiting, dealId }: { waiting: DealRow[]; dealId: string },
): Promise<Deal | undefined> {
  const row = waiting.find(each => each.dealId === dealId) ?? waiting[0];
  const record = row && (await db.deals.findById(row.dealId, { deal: 1 }).lean());
  return record?.deal.approval?.state === 'pending' ? record.deal : undefined;
}

/** The company of a deal that somebody has come for, and that does not wait for him any more. */
export async function goneFrom(
  db: Deps['db'],
  { waiting, dealId }: { waiting: DealRow[]; dealId: string },
): Promise<{ dealId: string; company: string } | undefined> {
  if (dealId === '' || waiting.some(each => each.dealId === dealId)) return undefined;
  const record = await db.deals.findById(dealId, { company: 1 }).lean();
  return record ? { dealId, company: record.company } : undefined;
}
