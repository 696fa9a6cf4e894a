import type { Deal } from '../../../deal/deal.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import type { Deps } from '../../deps.ts';
import type { StaffMember } from '../staff.ts';

/** As many as somebody decides before he looks again. */
const most = 50;

/** The approvals that wait for this approver, what is due first before the rest; nobody decides what he asked for. */
export async function approvalsFor(db: Deps['db'], { email }: StaffMember): Promise<DealRow[]> {
  const found = await db.deals
    .find(
      { 'row.needs': { $elemMatch: { kind: 'decideApproval' } }, 'row.approvalAskedBy': { $ne: email } },
      { row: 1 },
    )
    .sort({ 'row.needs.due': 1, _id: 1 })
    .limit(most)
    .lean<Pick<DealRecord, 'row'>[]>();
  return found.map(({ row }) => row);
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
