import type { AgreementStatus } from './acceptance/agreement-status.ts';
import type { AgreementNotice } from './commands.ts';
import type { MailRequest } from './mails/mails.ts';
import type { Actor, Person } from './people.ts';
import type { Policy } from './policy.ts';
import type { Deadline } from './reminders/deadline.ts';
import type { ClosedStage, Stage, Stay } from './stages.ts';
import type { Stuck } from './stuck.ts';
import type { AwsNotice } from './term/notices.ts';
import type { Amount, Currency } from './terms/money.ts';
import type { Terms } from './terms/terms.ts';

/** The first contact: who asks, from which company, for what. */
export interface Inquiry {
  company: string;
  contact: Person;
  message: string;
  /** 12 digits, when the buyer already knows it. */
  awsAccountId?: string;
  /** Files that came along with it by mail and are not kept. */
  withoutAttachments?: number;
  /** The deal that this one takes up again: nobody has written anew. */
  follows?: string;
}

/** Terms are never changed, only followed by a newer version. */
export interface TermsVersion {
  version: number;
  terms: Terms;
  proposedBy: Actor;
  at: string;
}

/** Terms that were sent to the buyer, for him to agree, answer or forward, before AWS has an offer. */
export interface Proposal {
  version: number;
  sentAt: string;
  /** Who has said yes to it on the buyer's side, by the name that he gave. */
  agreed?: { name: string; at: string };
  withdrawn?: { reason: string; at: string };
}

export interface Approval {
  version: number;
  /** Why an approver must say yes: the limits that the terms pass. */
  reasons: ApprovalReason[];
  requestedBy: Actor;
  state: 'pending' | 'approved' | 'rejected';
  decidedBy?: Actor;
  decidedAt?: string;
  comment?: string;
}
export type ApprovalReason = 'discount' | 'discountUnknown' | 'duration' | 'amount';

/** The one AWS job that is being done for this deal. AWS locks the offer meanwhile, so there is never more than one. */
export interface ChangeSet {
  purpose: 'create' | 'extend' | 'withdraw';
  /** Unique per attempt; AWS is asked for it by name before anything is started again. */
  name: string;
  termsVersion: number;
  attempt: number;
  offerId?: string;
  expiresOn?: string;
  changeSetId?: string;
  /** How often AWS has failed at it by its own fault. */
  faults?: number;
  /** AWS is asked for it then, since it has just failed by its own fault; until then nothing is locked. */
  waitsUntil?: string;
}

export interface Offer {
  offerId: string;
  termsVersion: number;
  /** Absent for one that was made elsewhere. */
  changeSetId?: string;
  releasedAt: string;
  /** The last time that it was given a later end. */
  extendedAt?: string;
  /** When its buyer was last sent a mail with the link to his page. */
  mailedAt?: string;
  /** When somebody first read it on the buyer's page. */
  seenAt?: string;
  /** When it was opened just after a mail, perhaps by a scanner of mails. */
  scannedAt?: string;
  /** When it was taken back, or ended in AWS. */
  withdrawnAt?: string;
  /** Last day, `YYYY-MM-DD`; AWS ends the offer at 23:59:59 UTC of it. */
  expiresOn: string;
  state: 'released' | 'expired' | 'withdrawn' | 'accepted';
}

export interface Agreement {
  agreementId: string;
  offerId?: string;
  awsAccountId: string;
  status: AgreementStatus;
  acceptedAt: string;
  startsAt: string;
  /** Absent while AWS has named no end. */
  endsAt?: string;
  /** Since when AWS has said that another one follows. */
  followedAt?: string;
  /** It came as the successor of another one, of which AWS may only speak later. */
  replaces?: true;
  learntFrom: 'event' | 'search';
}

/** What the buyer accepted, as AWS tells it when asked. */
export interface AcceptedTerms {
  awsAccountId: string;
  currency?: Currency;
  /** What AWS will charge over the whole term. */
  total?: Amount;
  startsAt: string;
  endsAt?: string;
  /** By dimension; empty when the offer left no choice. */
  units: Record<string, number>;
  autoRenews: boolean;
  /** How the agreement stood when AWS was asked. */
  status?: AgreementStatus;
}

export interface License {
  licenseArn: string;
  agreementId: string;
  productCode: string;
  awsAccountId?: string;
  at: string;
  /** When AWS last told of it. */
  toldAt: string;
  deprovisionedAt?: string;
}

/** The buyer's arrival from AWS. The registration token itself is kept nowhere. */
export interface Registration {
  registrationId: string;
  setupSessionId: string;
  awsAccountId: string;
  productCode: string;
  licenseArn?: string;
  /** As AWS named it for the license. */
  agreementId?: string;
  at: string;
}

/** organization ↔ agreement: "billed through AWS Marketplace". */
export interface Link {
  organizationId: string;
  organizationName: string;
  user: Person & { userId: string };
  requestedAt: string;
  /** When it was first linked, and when the product was first told. */
  linkedAt?: string;
  productToldAt?: string;
  /** The revision of the deal that began with it. */
  fromRevision: number;
  /** The revisions of the deal that the accounts and the product know. */
  linkedRevision?: number;
  toldRevision?: number;
  /** Support has made it: in place of which organization, if there was one, and why. */
  moved?: { from?: string; reason: string };
}

/** A link that support has moved or ended, while accounts or product still know it. */
export interface EndingLink {
  organizationId: string;
  organizationName: string;
  /** Its steps are named by it. */
  revision: number;
  /** Who is to hear of the end, in this order. */
  todo: LinkKnower[];
}
export type LinkKnower = 'accounts' | 'product';

export interface Entitlement {
  dimension: string;
  value: string;
  expiresAt?: string;
}

/** An acceptance of an offer of this deal beside its own: a purchase that is carried by another deal. */
export interface SecondPurchase {
  /** What AWS said of it, and the envelope in which it came. */
  notice: AgreementNotice;
  commandId: string;
  by: Actor;
  at: string;
  /** The deal that was opened for it. */
  dealId?: string;
  /** A person has seen to it without a deal. */
  solved?: true;
}

/** A purchase that a deal was opened for. */
export interface OpenedBy {
  agreementId: string;
  /** The deal by whose offer it was made; absent where nobody here has made one. */
  dealId?: string;
  /** By what the customer's organization may be found in the accounts. */
  organizationHint?: string;
}

/** The private address by which one person of the buyer's side opens the deal's page. */
export interface PageLink {
  /** Lower case. */
  email: string;
  /** That of the entry that made it. It is part of the address: a newer link makes the earlier one useless. */
  number: number;
  since: string;
  openedAt?: string;
  withdrawnAt?: string;
  /** When it was asked for on the page of an old link, within a day of the last time. */
  asked?: string[];
}

/** Something that the buyer's side has seen to before it opens the offer in AWS. */
export interface Tick {
  /** What was ticked, and of what it was true, such as `account:111122223333`. */
  what: string;
  /** Whose link the page was opened by. */
  by: string;
  at: string;
}

export type RequestKind = 'change' | 'moreTime' | 'message';

export interface BuyerRequest {
  kind: RequestKind;
  message: string;
  at: string;
  /** What he has written beside what he asks for: the answer to one is none to the other. */
  written?: { message: string; at: string };
}

/** The whole state of one deal: plain JSON, decided in its workflow and nowhere else. */
export interface Deal {
  dealId: string;
  /** Number of the last timeline entry. */
  seq: number;
  openedAt: string;
  updatedAt: string;
  stage: Stage;
  stageSince: string;
  /** The stages that it has left, oldest first. */
  stays: Stay[];
  policy: Policy;
  inquiry: Inquiry;
  owner?: string;
  /** IANA name, where the owner works. */
  ownerTimeZone?: string;
  /** Who must accept in AWS, when it is no longer the one that the terms name. */
  signer?: Person;
  /** Staff have answered the inquiry. */
  answeredAt?: string;
  terms: TermsVersion[];
  /** Oldest first; each is of a newer version of the terms, or is the same one sent once more after it was taken back. */
  proposals: Proposal[];
  /** The version that negotiation ended with. */
  frozenVersion?: number;
  approval?: Approval;
  changeSet?: ChangeSet;
  changeSetAttempts: number;
  /** Of every one that was started; AWS may still speak of them. */
  changeSetIds: string[];
  offers: Offer[];
  agreement?: Agreement;
  /** Agreements that this one renewed or replaced; AWS may still speak of them. */
  formerAgreements: string[];
  /** The purchase that opened the deal, when no inquiry did. */
  openedBy?: OpenedBy;
  secondPurchases: SecondPurchase[];
  accepted?: AcceptedTerms;
  /** Grows with every change that accounts and product must learn after the first link. */
  revision: number;
  license?: License;
  registration?: Registration;
  link?: Link;
  /** Oldest first; the present link waits for them. */
  endingLinks: EndingLink[];
  /** Support has ended the link, and no other one has been made since. */
  unlinked?: { organizationName: string; reason: string; at: string };
  entitlements?: Entitlement[];
  /** What AWS has told of the agreement beside its changes, the last of each kind. */
  awsNotices?: AwsNotice[];
  ticks: Tick[];
  /** One for everybody who takes part on the buyer's side. */
  pageLinks: PageLink[];
  /** What the buyer asked for or wrote, and nobody has answered yet. */
  request?: BuyerRequest;
  /** How the deal will be closed once AWS has taken the offer back. */
  ending?: { stage: ClosedStage; reason: string; at: string };
  closed?: { stage: ClosedStage; reason: string; at: string };
  stuck: Stuck[];
  /** Keys of deadlines that have passed or were skipped, so that none is met twice. */
  passed: string[];
  /** Reminders that somebody has sent early: each goes out at its moment unless it is taken back until then. */
  hurried: Deadline[];
  /** Those of the keys in `passed` that somebody has skipped. */
  skipped: string[];
  mails: MailRequest[];
  /** Addresses on the buyer's side that want no more reminders. */
  remindersStopped: string[];
  /** When each reader had the last reminder: by address, or as `owner`, `lead`, `approvers`. */
  reminded: Record<string, string>;
  /** When each person on the buyer's side was last told that what he attaches to mails is not kept: by address. */
  toldOfAttachments?: Record<string, string>;
  /** When one side last wrote to the other, beside the inquiry. */
  wroteAt?: string;
  /** When somebody on the buyer's side last did something here. */
  buyerActedAt?: string;
  /** When staff last did. */
  staffActedAt?: string;
  /** When the plan of reminders was last changed: what it would have sent before is not made up for. */
  replannedAt?: string;
}

/** The newest version of the terms, agreed or not. */
export function latestTerms(deal: Deal): TermsVersion | undefined {
  return deal.terms.at(-1);
}

/** The terms of one version. Throws a RangeError for a version that the deal never had. */
export function termsOf(deal: Deal, version: number): TermsVersion {
  const found = deal.terms.find(each => each.version === version);
  if (!found) throw new RangeError(`deal ${deal.dealId} has no terms version ${version}`);
  return found;
}

/** The offer the buyer can act on: the newest one that is not withdrawn. */
export function currentOffer(deal: Deal): Offer | undefined {
  return deal.offers.findLast(offer => offer.state !== 'withdrawn');
}

/** The offer by which the agreement was made; nothing without an agreement, or when the offer is none of the deal's. */
export function acceptedOffer({ offers, agreement }: Pick<Deal, 'offers' | 'agreement'>): Offer | undefined {
  return offers.find(({ offerId }) => offerId === agreement?.offerId);
}

/** The offer that counts: the one that was accepted, else the one in the buyer's hands. A renewal may name one of AWS's own. */
export function offerInForce(deal: Deal): Offer | undefined {
  return (
    acceptedOffer(deal) ?? deal.offers.findLast(({ state }) => state === 'accepted') ?? currentOffer(deal)
  );
}

/** The terms that hold: those of the offer that counts, else the newest, agreed or not. Newer ones may be under discussion. */
export function termsInForce(deal: Deal): TermsVersion | undefined {
  const offer = offerInForce(deal);
  return offer ? termsOf(deal, offer.termsVersion) : latestTerms(deal);
}

/** Whoever is told of the offer and its end: who must accept, and who began the purchase. They may be one. */
export const buyersOf = (deal: Deal): Person[] => [signerOf(deal), deal.inquiry.contact];

/** Who must accept in AWS, or has: the signer of the terms that hold, else whoever asked. */
export const signerOf = (deal: Deal): Person => signerOfTerms(deal, termsInForce(deal));

/** Who would sign the newest terms; while an offer with older ones is out, that may be somebody else. */
export const signerProposed = (deal: Deal): Person => signerOfTerms(deal, latestTerms(deal));

/** Who signs these terms, unless another one was put in his place. */
export function signerOfTerms({ signer, inquiry }: Deal, version: TermsVersion | undefined): Person {
  return signer ?? version?.terms.signer ?? inquiry.contact;
}
