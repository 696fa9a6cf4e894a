import type { BillingLinkRecord } from '../models/accounts/billing-link.ts';
import { type MembershipRecord, membershipId } from '../models/accounts/membership.ts';
import type { OrganizationRecord } from '../models/accounts/organization.ts';
import type { Database } from '../models/database.ts';
import type {
  Accounts,
  Organization,
  OrganizationChoice,
  OrganizationRole,
  OwnObstacle,
  User,
} from './accounts.ts';
import { derivedId } from './derived-id.ts';
import { binds, type Place } from './mongo-links.ts';
import { userFrom } from './mongo-users.ts';

type OrganizationFunctions = Pick<
  Accounts,
  | 'createOrganization'
  | 'organizationsOf'
  | 'findOrganization'
  | 'searchOrganizations'
  | 'obstacleTo'
  | 'managersOf'
  | 'roleIn'
>;

/** Organizations and who belongs to them. */
export function organizationsIn(place: Place): OrganizationFunctions {
  const { db } = place;
  return {
    createOrganization: wanted => createOrganization(db, wanted),
    organizationsOf: (userId, wanted) => organizationsOf(place, { userId, ...wanted }),
    searchOrganizations: words => searchOrganizations(db, words),
    obstacleTo: (organizationId, wanted) => obstacleTo(place, { organizationId, wanted }),
    managersOf: organizationId => managersOf(db, organizationId),
    async findOrganization(organizationId) {
      const record = await db.organizations.findById(organizationId).lean();
      return record ? organizationFrom(record) : undefined;
    },
    async roleIn(organizationId, userId) {
      const membership = await db.memberships.findById(membershipId(organizationId, userId)).lean();
      return membership?.role;
    },
  };
}

const organizationFrom = ({ _id, name }: OrganizationRecord): Organization => ({ organizationId: _id, name });

async function createOrganization(
  db: Database,
  { name, ownerId, idempotencyKey }: { name: string; ownerId: string; idempotencyKey: string },
): Promise<Organization> {
  const organizationId = derivedId('org', [ownerId, idempotencyKey]);
  const membership = { organizationId, userId: ownerId, role: 'owner' as const };
  // The owner comes first: an organization without one could be reached by nobody.
  await db.memberships.updateOne(
    { _id: membershipId(organizationId, ownerId) },
    { $setOnInsert: membership },
    { upsert: true },
  );
  const record = await db.organizations
    .findByIdAndUpdate(
      organizationId,
      { $setOnInsert: { name, unpaidInvoice: false } },
      { upsert: true, returnDocument: 'after' },
    )
    .orFail()
    .lean();
  return organizationFrom(record);
}

const mostFound = 20;

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function searchOrganizations(db: Database, words: string): Promise<Organization[]> {
  const wanted = words.trim();
  if (wanted === '') return [];
  // What was typed in full width may be written in half.
  const spellings = [wanted, wanted.normalize('NFKC')].map(each => escaped(each));
  const found = await db.organizations
    .find({ $or: [{ _id: wanted }, { name: new RegExp(spellings.join('|'), 'i') }] })
    .sort({ name: 1 })
    .limit(mostFound)
    .lean();
  return found.map(organizationFrom);
}

async function managersOf(db: Database, organizationId: string): Promise<User[]> {
  const memberships = await db.memberships.find({ organizationId, role: { $ne: 'member' } }).lean();
  const users = await db.users
    .find({ _id: { $in: memberships.map(({ userId }) => userId) }, emailVerified: true })
    .lean();
  const inRole = (role: OrganizationRole) => {
    const ids = memberships.filter(each => each.role === role).map(({ userId }) => userId);
    return users.filter(({ _id }) => ids.includes(_id)).map(userFrom);
  };
  return [...inRole('owner'), ...inRole('admin')];
}

interface Wanted {
  agreementId?: string;
  at: string;
}

async function organizationsOf(
  place: Place,
  wanted: Wanted & { userId: string },
): Promise<OrganizationChoice[]> {
  const { db } = place;
  const memberships = await db.memberships.find({ userId: wanted.userId }).lean();
  const ids = memberships.map(each => each.organizationId);
  const [organizations, links] = await Promise.all([
    db.organizations
      .find({ _id: { $in: ids } })
      .sort({ name: 1 })
      .lean(),
    db.billingLinks.find({ organizationId: { $in: ids } }).lean(),
  ]);
  return organizations.flatMap(organization => {
    const membership = memberships.find(each => each.organizationId === organization._id);
    const own = links.filter(each => each.organizationId === organization._id);
    return membership ? [choiceFrom(place, { organization, membership, links: own, wanted })] : [];
  });
}

async function obstacleTo(
  place: Place,
  { organizationId, wanted }: { organizationId: string; wanted: Wanted },
): Promise<OwnObstacle | undefined> {
  const [organization, links] = await Promise.all([
    place.db.organizations.findById(organizationId).lean(),
    place.db.billingLinks.find({ organizationId }).lean(),
  ]);
  return organization ? obstacleIn(place, { organization, links, wanted }) : undefined;
}

interface Candidate {
  organization: OrganizationRecord;
  links: BillingLinkRecord[];
  wanted: Wanted;
}

function choiceFrom(
  place: Place,
  { membership, ...candidate }: Candidate & { membership: MembershipRecord },
): OrganizationChoice {
  const { organization, links, wanted } = candidate;
  const obstacle = membership.role === 'member' ? 'notAllowed' : obstacleIn(place, candidate);
  return {
    ...organizationFrom(organization),
    role: membership.role,
    returning: links.some(link => !binds(link, wanted.at)),
    billed: isBilled(candidate),
    ...(obstacle && { obstacle }),
  };
}

function obstacleIn({ config }: Place, candidate: Candidate): OwnObstacle | undefined {
  if (config.AGREEMENTS_PER_ORGANIZATION === 'one' && isBilled(candidate)) return 'linkedElsewhere';
  return candidate.organization.unpaidInvoice ? 'unpaidInvoice' : undefined;
}

/** By another agreement. */
const isBilled = ({ links, wanted }: Candidate) =>
  links.some(link => binds(link, wanted.at) && link.agreementId !== wanted.agreementId);
