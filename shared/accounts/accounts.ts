import type { Entitlement } from '../../deal/deal.ts';
import type { Language } from '../../deal/people.ts';

/**
 * The vendor's accounts, as far as Offerdesk needs them: people who sign in, organizations that are billed, who may
 * link them, and the link itself. `mongo-accounts.ts` keeps them here; a vendor's own account system can stand
 * behind the same functions.
 */
export interface Accounts {
  /**
   * Makes a user whose address is not verified yet. `known`: the address already belongs to somebody.
   * An address that nobody has verified belongs to nobody: the newer sign-up takes the place of the older one.
   */
  signUp(person: NewUser & { idempotencyKey: string }): Promise<{ outcome: 'created' | 'known'; user: User }>;
  /** The user, or nothing when address or password is wrong. Takes the same time either way. */
  signIn(credentials: { email: string; password: string }): Promise<User | undefined>;
  findUser(userId: string): Promise<User | undefined>;
  /** Whoever has signed up with this address, verified or not. */
  findUserByEmail(email: string): Promise<User | undefined>;
  markEmailVerified(userId: string): Promise<void>;
  /** The former password is worth nothing from then on. Gives the user with the version of the new one. */
  setPassword(userId: string, password: string): Promise<User>;
  saveProfile(userId: string, profile: Partial<BusinessProfile>): Promise<User>;

  createOrganization(wanted: {
    name: string;
    ownerId: string;
    idempotencyKey: string;
  }): Promise<Organization>;
  /** Every organization the person belongs to, with the reason why one cannot be linked to the agreement at that moment. */
  organizationsOf(
    userId: string,
    wanted: { agreementId?: string; at: string },
  ): Promise<OrganizationChoice[]>;
  findOrganization(organizationId: string): Promise<Organization | undefined>;
  /** Those with this id, or with these words in their name, at most 20, by name. For support. */
  searchOrganizations(words: string): Promise<Organization[]>;
  /** What keeps an organization from being linked to an agreement at a moment, whoever asks for it. */
  obstacleTo(
    organizationId: string,
    wanted: { agreementId?: string; at: string },
  ): Promise<OwnObstacle | undefined>;
  /** Whoever owns or manages an organization and has proven his address, owners first. */
  managersOf(organizationId: string): Promise<User[]>;
  roleIn(organizationId: string, userId: string): Promise<OrganizationRole | undefined>;

  /**
   * Ties an organization to an agreement: the same pair again is `linked` and brings its facts up to date. An agreement
   * has one organization; tied elsewhere it is `taken`. Where the vendor allows one agreement only, so is an organization;
   * a link whose term was over before does not count then. The agreement that this one follows in its deal ends.
   */
  link(link: BillingLink): Promise<'linked' | 'taken'>;
  /** Frees an organization of what a deal has tied it to. Doing it again changes nothing. */
  endLink(ended: Pick<BillingLink, 'dealId' | 'organizationId'> & { at: string }): Promise<void>;
  /** Every agreement that bills an organization, the present ones first, and then those that did, newest first. */
  billingOf(organizationId: string): Promise<BillingLink[]>;
}

export interface NewUser {
  accountName: string;
  email: string;
  password: string;
  language: Language;
  timeZone: string;
}

export interface User {
  userId: string;
  accountName: string;
  email: string;
  emailVerified: boolean;
  language: Language;
  timeZone: string;
  profile: Partial<BusinessProfile>;
  /** Another one with each new password, and no secret. Sign-ins that began with a former one are over. */
  passwordVersion: string;
}

/** The two short forms of business information that a new user fills in. */
export interface BusinessProfile {
  companyName: string;
  country: string;
  phone: string;
  jobTitle: string;
  teamSize: TeamSize;
  purpose: string;
}

export const teamSizes = ['1', '2-10', '11-50', '51-200', '201+'] as const;
export type TeamSize = (typeof teamSizes)[number];

export type OrganizationRole = 'owner' | 'admin' | 'member';

export interface Organization {
  organizationId: string;
  name: string;
}

/** Why an organization cannot be linked; the words and who can cure it are in the dictionaries. */
export type LinkObstacle = 'notAllowed' | OwnObstacle;
/** `linkedElsewhere`: only where the vendor allows one agreement at a time. */
export type OwnObstacle = 'unpaidInvoice' | 'linkedElsewhere';

export interface OrganizationChoice extends Organization {
  role: OrganizationRole;
  obstacle?: LinkObstacle;
  /** It was billed through AWS Marketplace before: a returning customer. */
  returning: boolean;
  /** Another agreement bills it now. */
  billed: boolean;
}

/** organization ↔ agreement: "billed through AWS Marketplace". */
export interface BillingLink {
  organizationId: string;
  dealId: string;
  agreementId: string;
  licenseArn: string;
  productCode: string;
  awsAccountId: string;
  startsAt: string;
  endsAt?: string;
  entitlements: Entitlement[];
  linkedAt: string;
  /** Present once the organization is no longer billed by this agreement. */
  endedAt?: string;
}
