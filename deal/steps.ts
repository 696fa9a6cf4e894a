import type { ChangeSet, Deal, License, Link, SecondPurchase } from './deal.ts';
import { type StepKey, type StepName, stepKey, stepOf } from './keys.ts';
import type { MailRequest } from './mails/mails.ts';
import { isTaken } from './stages.ts';
import { isStuckAt, isStuckFor } from './stuck.ts';

/**
 * An effect outside of the deal that is due. `key` is stable over every retry and is what makes the effect happen
 * once; it is unique in the deal.
 */
export type Step = { [N in StepName]: { name: N; key: StepKey } & StepNeeds[N] }[StepName];
interface StepNeeds {
  startChangeSet: { changeSet: ChangeSet };
  followChangeSet: { changeSet: ChangeSet & { changeSetId: string } };
  openSecondDeal: { purchase: SecondPurchase };
  readEntitlements: { license: License };
  readAgreement: { agreementId: string };
  linkOrganization: object;
  unlinkOrganization: object;
  tellProduct: { event: ProductEvent };
  sendMails: { mails: MailRequest[] };
}
/** What the vendor's product hears. */
export type ProductEvent = 'organization.linked' | 'organization.updated' | 'organization.unlinked';
export type StepOf<N extends StepName> = Extract<Step, { name: N }>;

/** Every effect the deal is waiting for, except those that wait for a person. Pure: derived from the facts alone. */
export function stepsDue(deal: Deal): Step[] {
  const due = [
    ...changeSetSteps(deal),
    ...secondDealSteps(deal),
    ...agreementSteps(deal),
    ...linkSteps(deal),
    ...mailSteps(deal),
  ];
  return due.filter(step => !isStuckAt(deal, step.key));
}

function changeSetSteps({ changeSet }: Deal): Step[] {
  if (!changeSet) return [];
  const { name, changeSetId } = changeSet;
  if (!changeSetId) return [{ name: 'startChangeSet', key: stepKey('startChangeSet', name), changeSet }];
  return [
    {
      name: 'followChangeSet',
      key: stepKey('followChangeSet', name),
      changeSet: { ...changeSet, changeSetId },
    },
  ];
}

/** Whoever has bought as well gets a deal of his own, whatever has become of this one. */
function secondDealSteps({ secondPurchases }: Deal): Step[] {
  return secondPurchases
    .filter(({ dealId }) => !dealId)
    .map(purchase => ({
      name: 'openSecondDeal',
      key: stepKey('openSecondDeal', purchase.notice.agreementId),
      purchase,
    }));
}

/** What was accepted is read as soon as there is an agreement, and again after an amendment. */
function agreementSteps({ agreement, accepted, closed }: Deal): Step[] {
  if (!agreement || accepted || closed || agreement.status !== 'ACTIVE') return [];
  return [
    {
      name: 'readAgreement',
      key: stepKey('readAgreement', agreement.agreementId),
      agreementId: agreement.agreementId,
    },
  ];
}

/** Accounts and product follow the deal, revision by revision: linked, updated, and at last unlinked. */
function linkSteps(deal: Deal): Step[] {
  if (!deal.link) return [];
  if (isOver(deal)) return deal.link.linkedRevision === undefined ? [] : unlinkSteps(deal, deal.link);
  return mayBeGranted(deal) ? grantSteps(deal, deal.link) : [];
}

/** Nothing is granted any more: the agreement is over, or AWS has taken the license back. */
export function isOver(deal: Deal): boolean {
  return deal.closed?.stage === 'ended' || isTaken(deal);
}

/** Nothing is granted before AWS's license event, nor while agreed and accepted differ. */
function mayBeGranted(deal: Deal): boolean {
  const { agreement, accepted, license } = deal;
  if (!license || !accepted || agreement?.agreementId !== license.agreementId) return false;
  return agreement.status === 'ACTIVE' && !isStuckFor(deal, 'agreementDiffers');
}

function grantSteps({ entitlements, license, revision }: Deal, link: Link): Step[] {
  const of = [link.organizationId, revision];
  if (!entitlements && license)
    return [
      { name: 'readEntitlements', key: stepKey('readEntitlements', license.agreementId, revision), license },
    ];
  if (link.linkedRevision !== revision)
    return [{ name: 'linkOrganization', key: stepKey('linkOrganization', ...of) }];
  if (link.toldRevision === revision) return [];
  const event = link.toldRevision === undefined ? 'organization.linked' : 'organization.updated';
  return [{ name: 'tellProduct', key: stepKey('tellProduct', ...of), event }];
}

function unlinkSteps({ revision }: Deal, link: Link): Step[] {
  const of = [link.organizationId, revision];
  if (link.linkedRevision !== revision)
    return [{ name: 'unlinkOrganization', key: stepKey('unlinkOrganization', ...of) }];
  if (link.toldRevision === revision) return [];
  return [{ name: 'tellProduct', key: stepKey('tellProduct', ...of), event: 'organization.unlinked' }];
}

function mailSteps(deal: Deal): Step[] {
  const batches = new Map<StepKey, MailRequest[]>();
  for (const mail of deal.mails) {
    const key = stepOf(mail);
    batches.set(key, [...(batches.get(key) ?? []), mail]);
  }
  return [...batches].map(([key, mails]) => ({ name: 'sendMails', key, mails }));
}
