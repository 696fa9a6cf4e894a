import type { BillingLinkRecord } from '../models/accounts/billing-link.ts';
import { type MembershipRecord, membershipId } from '../models/accounts/membership.ts';
import type { OrganizationRecord } from '../models/accounts/organization.ts';
import type { Database } from '../models/database.ts';
import type { Accounts, LinkObstacle, Organization, OrganizationChoice } from './accounts.ts';
import { derivedId } from './derived-id.ts';

type OrganizationFunctions = Pick<
  Accounts,
  'createOrganization' | 'organizationsOf' | 'findOrganization' | 'roleIn'
>;

/** Organizations and who belongs to them. */
export function organizationsIn(db: Database): OrganizationFunctions {
  return {
    createOrganization: wanted => createOrganization(db, wanted),
    organizationsOf: (userId, wanted) => organizationsOf(db, { userId, ...wanted }),
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

interface Wanted {
  userId: string;
  agreementId?: string;
  at: string;
}

async function organizationsOf(db: Database, wanted: Wanted): Promise<OrganizationChoice[]> {
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
    return membership ? [choiceFrom({ organization, membership, links: own, wanted })] : [];
  });
}

interface Candidate {
  organization: OrganizationRecord;
  membership: MembershipRecord;
  links: BillingLinkRecord[];
  wanted: Wanted;
}

function choiceFrom(candidate: Candidate): OrganizationChoice {
  const { organization, membership, links, wanted } = candidate;
  const obstacle = obstacleOf(candidate);
  return {
    ...organizationFrom(organization),
    role: membership.role,
    returning: links.some(link => !binds(link, wanted.at)),
    ...(obstacle && { obstacle }),
  };
}

function obstacleOf({ organization, membership, links, wanted }: Candidate): LinkObstacle | undefined {
  if (membership.role === 'member') return 'notAllowed';
  const elsewhere = links.some(link => binds(link, wanted.at) && link.agreementId !== wanted.agreementId);
  if (elsewhere) return 'linkedElsewhere';
  return organization.unpaidInvoice ? 'unpaidInvoice' : undefined;
}

const binds = ({ active, endsAt }: BillingLinkRecord, at: string) =>
  active && (endsAt === undefined || Date.parse(endsAt) > Date.parse(at));
