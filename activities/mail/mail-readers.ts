import type { Deal } from '../../deal/deal.ts';
import type { MailRequest, Reader } from '../../deal/mails/mails.ts';
import { mustBeTold, topicOf } from '../../deal/mails/topics.ts';
import type { StaffRole } from '../../deal/people.ts';
import type { Recipient } from '../../emails/reader.ts';
import { isBad } from '../../shared/mail/bad-addresses.ts';
import type { Database } from '../../shared/models/database.ts';
import type { Staff } from '../../shared/models/staff.ts';
import { withStandIns } from '../../shared/stand-ins.ts';

/** `declines`: he has chosen to have no mails of this kind. */
export type Addressee = Recipient & { declines?: true };
type Known = Recipient & Pick<Staff, 'muted'>;

/**
 * The people a mail goes to, each with a mail of his own. Staff whose address takes no mail are left out, and where that
 * leaves nobody, others are told. Empty when no active staff has the role.
 */
export async function recipientsFor(
  db: Database,
  { deal, request, now }: { deal: Deal; request: Pick<MailRequest, 'template' | 'reader'>; now: string },
): Promise<Addressee[]> {
  const { reader, template } = request;
  if (reader.to === 'person') return [{ name: reader.name, email: reader.email, language: reader.language }];
  const groups = await staffFor(db, { deal, to: reader.to, now });
  const reachable = await Promise.all(groups.map(group => withoutBad(db, group)));
  const told = reachable.find(group => group.length > 0);
  // When nobody can be reached, the failure says whose address is why.
  return willing(told ?? groups.find(group => group.length > 0) ?? [], template);
}

/** Those who want such mails. Where none of them does, all are told of what somebody must act on. */
function willing(people: Known[], template: MailRequest['template']): Addressee[] {
  const topic = topicOf(template);
  const wanting = people.filter(({ muted = [] }) => !(topic && muted.includes(topic)));
  const declines = wanting.length === 0 && topic && !mustBeTold(topic);
  return (wanting.length > 0 ? wanting : people).map(({ muted: _muted, ...person }) => ({
    ...person,
    ...(declines && { declines: true }),
  }));
}

/** Groups of staff of which the first one that can be reached is told. */
async function staffFor(
  db: Database,
  { deal, to, now }: { deal: Deal; to: Exclude<Reader['to'], 'person'>; now: string },
): Promise<Known[][]> {
  const told = async (people: Staff[]) => (await withStandIns(db, people, now)).map(recipientFrom);
  switch (to) {
    case 'owner':
      return [await told(await ownerOf(db, deal)), await told(await staffWith(db, 'sales'))];
    case 'lead':
      return [await told(await leadOf(db, deal)), await told(await staffWith(db, 'sales'))];
    case 'approvers':
      return [await approversOf(db, deal, now)];
  }
}

/** Nobody while the deal has no owner, or when the owner no longer works here. */
async function ownerOf(db: Database, { owner }: Deal): Promise<Staff[]> {
  const found = owner ? await db.staff.findOne({ email: owner.toLowerCase(), active: true }).lean() : null;
  return found ? [found] : [];
}

/** Who leads the owner; nobody when the owner has no lead, or the lead no longer works here. */
async function leadOf(db: Database, { owner }: Deal): Promise<Staff[]> {
  const led = owner ? await db.staff.findOne({ email: owner.toLowerCase() }, { lead: 1 }).lean() : null;
  const lead = led?.lead && (await db.staff.findOne({ email: led.lead, active: true }).lean());
  return lead ? [lead] : [];
}

/** Whoever asked for the approval cannot give it, nor can a stand-in whose own deal it is: they need not be asked. */
async function approversOf(db: Database, { approval, owner }: Deal, now: string): Promise<Known[]> {
  const approvers = await staffWith(db, 'approver');
  const all = await withStandIns(db, approvers, now);
  const may = all.filter(
    ({ email, roles }) =>
      email !== approval?.requestedBy.id && (roles.includes('approver') || email !== owner?.toLowerCase()),
  );
  return may.map(recipientFrom);
}

async function withoutBad(db: Database, people: Known[]): Promise<Known[]> {
  const bad = await Promise.all(people.map(({ email }) => isBad(db, email)));
  return people.filter((_person, index) => !bad[index]);
}

const staffWith = (db: Database, role: StaffRole): Promise<Staff[]> =>
  db.staff.find({ roles: role, active: true }).sort({ email: 1 }).lean<Staff[]>();

function recipientFrom({ name, email, language, timeZone, muted }: Staff): Known {
  return { name, email, language, timeZone, muted };
}
