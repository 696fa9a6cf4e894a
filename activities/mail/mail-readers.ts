import type { Deal } from '../../deal/deal.ts';
import type { Reader } from '../../deal/mails/mails.ts';
import type { StaffRole } from '../../deal/people.ts';
import type { Recipient } from '../../emails/reader.ts';
import { isBad } from '../../shared/mail/bad-addresses.ts';
import type { Database } from '../../shared/models/database.ts';

/**
 * The people a mail goes to, each with a mail of his own. Staff whose address takes no mail are left out, and where that
 * leaves nobody, others are told. Empty when no active staff has the role.
 */
export async function recipientsFor(
  db: Database,
  { deal, reader }: { deal: Deal; reader: Reader },
): Promise<Recipient[]> {
  if (reader.to === 'person') return [{ name: reader.name, email: reader.email, language: reader.language }];
  const groups = await staffFor(db, { deal, to: reader.to });
  const reachable = await Promise.all(groups.map(group => withoutBad(db, group)));
  const told = reachable.find(group => group.length > 0);
  // When nobody can be reached, the failure says whose address is why.
  return told ?? groups.find(group => group.length > 0) ?? [];
}

/** Groups of staff of which the first one that can be reached is told. */
async function staffFor(
  db: Database,
  { deal, to }: { deal: Deal; to: Exclude<Reader['to'], 'person'> },
): Promise<Recipient[][]> {
  switch (to) {
    case 'owner':
      return [await ownerOf(db, deal), await staffWith(db, 'sales')];
    case 'lead':
      return [await leadOf(db, deal), await staffWith(db, 'sales')];
    case 'approvers':
      return [await approversOf(db, deal)];
  }
}

/** Nobody while the deal has no owner, or when the owner no longer works here. */
async function ownerOf(db: Database, { owner }: Deal): Promise<Recipient[]> {
  const found = owner ? await db.staff.findOne({ email: owner.toLowerCase(), active: true }).lean() : null;
  return found ? [recipientFrom(found)] : [];
}

/** Who leads the owner; nobody when the owner has no lead, or the lead no longer works here. */
async function leadOf(db: Database, { owner }: Deal): Promise<Recipient[]> {
  const led = owner ? await db.staff.findOne({ email: owner.toLowerCase() }, { lead: 1 }).lean() : null;
  const lead = led?.lead && (await db.staff.findOne({ email: led.lead, active: true }).lean());
  return lead ? [recipientFrom(lead)] : [];
}

/** Whoever asked for the approval cannot give it, and need not be asked. */
async function approversOf(db: Database, { approval }: Deal): Promise<Recipient[]> {
  const approvers = await staffWith(db, 'approver');
  return approvers.filter(approver => approver.email !== approval?.requestedBy.id);
}

async function withoutBad(db: Database, people: Recipient[]): Promise<Recipient[]> {
  const bad = await Promise.all(people.map(({ email }) => isBad(db, email)));
  return people.filter((_person, index) => !bad[index]);
}

async function staffWith(db: Database, role: StaffRole): Promise<Recipient[]> {
  const staff = await db.staff.find({ roles: role, active: true }).sort({ email: 1 }).lean();
  return staff.map(recipientFrom);
}

function recipientFrom({ name, email, language, timeZone }: Required<Recipient>): Recipient {
  return { name, email, language, timeZone };
}
