import type { ChangeSet, Deal, License, Link } from './deal.ts';
import { type MailRequest, stepOf } from './mails/mails.ts';
import { hasEdition } from './policy.ts';

/**
 * An effect outside of the deal that is due. `key` is stable over every retry and is what makes the effect happen
 * once; it is unique in the deal.
 */
export type Step =
  | { name: 'startChangeSet'; key: string; changeSet: ChangeSet }
  | { name: 'followChangeSet'; key: string; changeSet: ChangeSet & { changeSetId: string } }
  | { name: 'readEntitlements'; key: string; license: License }
  | { name: 'readAgreement'; key: string; agreementId: string }
  | { name: 'linkOrganization'; key: string }
  | { name: 'unlinkOrganization'; key: string }
  | { name: 'tellProduct'; key: string; event: ProductEvent }
  | { name: 'sendMails'; key: string; mails: MailRequest[] };
/** What the vendor's product hears. */
export type ProductEvent = 'organization.linked' | 'organization.updated' | 'organization.unlinked';
export type StepName = Step['name'];
export type StepOf<N extends StepName> = Extract<Step, { name: N }>;

/** Every effect the deal is waiting for, except those that wait for a person. Pure: derived from the facts alone. */
export function stepsDue(deal: Deal): Step[] {
  const due = [...changeSetSteps(deal), ...agreementSteps(deal), ...linkSteps(deal), ...mailSteps(deal)];
  return due.filter(step => !deal.stuck.some(stuck => stuck.step === step.key));
}

function changeSetSteps({ changeSet }: Deal): Step[] {
  if (!changeSet) return [];
  const { name, changeSetId } = changeSet;
  if (!changeSetId) return [{ name: 'startChangeSet', key: `startChangeSet:${name}`, changeSet }];
  return [
    { name: 'followChangeSet', key: `followChangeSet:${name}`, changeSet: { ...changeSet, changeSetId } },
  ];
}

/** What was accepted is read as soon as there is an agreement, and again after an amendment. */
function agreementSteps({ agreement, accepted, closed }: Deal): Step[] {
  if (!agreement || accepted || closed || agreement.status !== 'ACTIVE') return [];
  return [
    {
      name: 'readAgreement',
      key: `readAgreement:${agreement.agreementId}`,
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
  const { closed, license } = deal;
  return closed?.stage === 'ended' || (license?.deprovisionedAt !== undefined && !isSucceeded(deal));
}

/** AWS takes the license of an agreement that another one follows, of which it may only tell later. */
function isSucceeded({ agreement, policy }: Deal): boolean {
  if (!hasEdition(policy, 2)) return false;
  return agreement?.status === 'RENEWED' || agreement?.status === 'REPLACED';
}

/** Nothing is granted before AWS's license event, nor while agreed and accepted differ. */
function mayBeGranted({ agreement, accepted, license, stuck }: Deal): boolean {
  if (!license || !accepted || agreement?.agreementId !== license.agreementId) return false;
  return agreement.status === 'ACTIVE' && !stuck.some(each => each.reason === 'agreementDiffers');
}

function grantSteps({ entitlements, license, revision }: Deal, link: Link): Step[] {
  const of = `${link.organizationId}:${revision}`;
  if (!entitlements && license)
    return [
      { name: 'readEntitlements', key: `readEntitlements:${license.agreementId}:${revision}`, license },
    ];
  if (link.linkedRevision !== revision) return [{ name: 'linkOrganization', key: `linkOrganization:${of}` }];
  if (link.toldRevision === revision) return [];
  const event = link.toldRevision === undefined ? 'organization.linked' : 'organization.updated';
  return [{ name: 'tellProduct', key: `tellProduct:${of}`, event }];
}

function unlinkSteps({ revision }: Deal, link: Link): Step[] {
  const of = `${link.organizationId}:${revision}`;
  if (link.linkedRevision !== revision)
    return [{ name: 'unlinkOrganization', key: `unlinkOrganization:${of}` }];
  if (link.toldRevision === revision) return [];
  return [{ name: 'tellProduct', key: `tellProduct:${of}`, event: 'organization.unlinked' }];
}

function mailSteps(deal: Deal): Step[] {
  const batches = new Map<string, MailRequest[]>();
  for (const mail of deal.mails) {
    const key = stepOf(mail);
    batches.set(key, [...(batches.get(key) ?? []), mail]);
  }
  return [...batches].map(([key, mails]) => ({ name: 'sendMails', key, mails }));
}
