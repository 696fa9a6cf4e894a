import type { Deal } from '../shared/deal/deal.ts';
import type { Reader } from '../shared/deal/mails.ts';
import type { StaffRole } from '../shared/deal/people.ts';
import type { Database } from '../shared/models/database.ts';
import type { Recipient } from './emails/reader.ts';

/** The people a mail goes to, each with a mail of his own. Empty when no active staff has the role. */
export async function recipientsFor(
  db: Database,
  { deal, reader }: { deal: Deal; reader: Reader },
): Promise<Recipient[]> {
  switch (reader.to) {
    case 'person':
      return [{ name: reader.name, email: reader.email, language: reader.language }];
    case 'owner':
      return ownerOrSales(db, deal);
    case 'lead':
      return leadOf(db, deal);
    case 'approvers':
      return approversOf(db, deal);
  }
}

/** The owner; all of sales while there is none, or when the owner no longer works here. */
async function ownerOrSales(db: Database, { owner }: Deal): Promise<Recipient[]> {
  const found = owner ? await db.staff.findOne({ email: owner.toLowerCase(), active: true }).lean() : null;
  return found ? [recipientFrom(found)] : staffWith(db, 'sales');
}

/** Who leads the owner; all of sales when the owner has no lead, or the lead no longer works here. */
async function leadOf(db: Database, { owner }: Deal): Promise<Recipient[]> {
  const led = owner ? await db.staff.findOne({ email: owner.toLowerCase() }, { lead: 1 }).lean() : null;
  const lead = led?.lead && (await db.staff.findOne({ email: led.lead, active: true }).lean());
  return lead ? [recipientFrom(lead)] : staffWith(db, 'sales');
}

/** Whoever asked for the approval cannot give it, and need not be asked. */
async function approversOf(db: Database, { approval }: Deal): Promise<Recipient[]> {
  const approvers = await staffWith(db, 'approver');
  return approvers.filter(approver => approver.email !== approval?.requestedBy.id);
}

async function staffWith(db: Database, role: StaffRole): Promise<Recipient[]> {
  const staff = await db.staff.find({ roles: role, active: true }).sort({ email: 1 }).lean();
  return staff.map(recipientFrom);
}

function recipientFrom({ name, email, language, timeZone }: Required<Recipient>): Recipient {
  return { name, email, language, timeZone };
}
