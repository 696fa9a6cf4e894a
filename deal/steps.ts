import type { Agreement, ChangeSet, Deal, EndingLink, License, Link, SecondPurchase } from './deal.ts';
import { type StepKey, type StepName, stepKey, stepNameIn, stepOf } from './keys.ts';
import type { MailRequest } from './mails/mails.ts';
import { isClosed, isTaken } from './stages.ts';
import { isStuckAt, isStuckFor, type StuckStep } from './stuck.ts';

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
  linkOrganization: { link: Link; agreement: Agreement; license: License };
  unlinkOrganization: { link: LinkedOrganization & { revision: number } };
  tellProduct: { event: ProductEvent; link: LinkedOrganization; revision: number };
  sendMails: { mails: MailRequest[] };
}
export type LinkedOrganization = Pick<Link, 'organizationId' | 'organizationName'>;
/** What the vendor's product hears. */
export type ProductEvent = 'organization.linked' | 'organization.updated' | 'organization.unlinked';
export type StepOf<N extends StepName> = Extract<Step, { name: N }>;

/** Every effect the deal is waiting for, except those that wait for a person. Pure: derived from the facts alone. */
export function stepsDue(deal: Deal): Step[] {
  return allSteps(deal).filter(step => !isStuckAt(deal, step.key));
}

/** Every effect that the deal waits for, also those that a person must cure. */
export const allSteps = (deal: Deal): Step[] => [
  ...changeSetSteps(deal),
  ...secondDealSteps(deal),
  ...agreementSteps(deal),
  ...linkSteps(deal),
  ...mailSteps(deal),
];

/** Nothing more will happen in the deal, and nothing is still to be done for it. */
export const isFinished = (deal: Deal) =>
  isClosed(deal) && deal.stuck.length === 0 && !deal.changeSet?.waitsUntil;

/** In a deal that is over nothing is stuck but what is still to be done. */
export function withoutPastTroubles(deal: Deal): Deal {
  if (!isClosed(deal) || deal.stuck.length === 0) return deal;
  const keys: StuckStep[] = allSteps(deal).map(({ key }) => key);
  return { ...deal, stuck: deal.stuck.filter(({ step }) => keys.includes(step)) };
}

function changeSetSteps({ changeSet }: Deal): Step[] {
  if (!changeSet || changeSet.waitsUntil) return [];
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
    .filter(({ dealId, solved }) => !dealId && !solved)
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

/**
 * Accounts and product follow the deal, revision by revision: linked, updated, and at last unlinked. Whoever had the link
 * before loses it before another one has it.
 */
function linkSteps(deal: Deal): Step[] {
  const [ending] = deal.endingLinks;
  if (ending) return isMoveHeld(deal) ? [] : endingSteps(ending);
  if (!deal.link) return [];
  if (isOver(deal)) return endingSteps(endingOf(deal, deal.link));
  const grant = grantOf(deal);
  return grant ? grantSteps(deal, { ...grant, link: deal.link }) : [];
}

/**
 * The organization before keeps its access while the next one may have none yet, as between the end of an agreement and the
 * license of the one that follows: nobody is without what is paid for.
 */
export const isMoveHeld = (deal: Deal) =>
  deal.link !== undefined && deal.endingLinks.length > 0 && !isOver(deal) && !grantOf(deal);

/** Nothing is granted any more: the agreement is over, or AWS has taken the license back. */
export function isOver(deal: Deal): boolean {
  return deal.closed?.stage === 'ended' || isTaken(deal);
}

interface Grant {
  agreement: Agreement;
  license: License;
}

/** What may be granted: nothing before AWS's license event, nor while agreed and accepted differ. */
function grantOf(deal: Deal): Grant | undefined {
  const { agreement, accepted, license } = deal;
  if (!license || !accepted || agreement?.agreementId !== license.agreementId) return undefined;
  const isHeld = agreement.status !== 'ACTIVE' || isStuckFor(deal, 'agreementDiffers');
  return isHeld ? undefined : { agreement, license };
}

function grantSteps({ entitlements, revision }: Deal, { link, ...grant }: Grant & { link: Link }): Step[] {
  const of = [link.organizationId, revision];
  const { license } = grant;
  if (!entitlements)
    return [
      { name: 'readEntitlements', key: stepKey('readEntitlements', license.agreementId, revision), license },
    ];
  if (link.linkedRevision !== revision)
    return [{ name: 'linkOrganization', key: stepKey('linkOrganization', ...of), link, ...grant }];
  if (link.toldRevision === revision) return [];
  const event = link.toldRevision === undefined ? 'organization.linked' : 'organization.updated';
  return [{ name: 'tellProduct', key: stepKey('tellProduct', ...of), event, link, revision }];
}

/** What accounts and product are still to hear once a link is over. */
export function endingOf(deal: Deal, link: Link): EndingLink {
  const { organizationId, organizationName, linkedAt, linkedRevision, toldRevision } = link;
  // Its end is under way already when nothing is granted any more, and goes on as the same steps.
  const revision = isOver(deal) ? deal.revision : deal.revision + 1;
  // A link that is being made while it ends, or whose making had no answer, may be there: accounts are told all the same.
  const isKnown = linkedRevision !== revision && !isStuckFor(deal, 'organizationTaken');
  const isTold = linkedAt !== undefined && toldRevision !== revision;
  const todo = [...(isKnown ? ['accounts' as const] : []), ...(isTold ? ['product' as const] : [])];
  return { organizationId, organizationName, revision, todo };
}

function endingSteps({ todo: [next], ...link }: EndingLink): Step[] {
  const of = [link.organizationId, link.revision];
  if (!next) return [];
  return next === 'accounts'
    ? [{ name: 'unlinkOrganization', key: stepKey('unlinkOrganization', ...of), link }]
    : [
        {
          name: 'tellProduct',
          key: stepKey('tellProduct', ...of),
          event: 'organization.unlinked',
          link,
          revision: link.revision,
        },
      ];
}

const ofLinks: readonly (StepName | undefined)[] = [
  'readEntitlements',
  'linkOrganization',
  'unlinkOrganization',
  'tellProduct',
];

/** A step of a link that nothing waits for any more, because the deal has gone on without it. */
export function isOvertaken(deal: Deal, step: string): boolean {
  return ofLinks.includes(stepNameIn(step)) && !linkSteps(deal).some(({ key }) => key === step);
}

/**
 * Steps of one lane wait for one another: accounts and product hear what was begun first to its end before they hear the
 * opposite. Every other step has a lane of its own.
 */
export function laneOf({ name, key }: Step): string {
  if (name === 'linkOrganization' || name === 'unlinkOrganization') return 'accounts';
  return name === 'tellProduct' ? 'product' : key;
}

function mailSteps(deal: Deal): Step[] {
  const batches = new Map<StepKey, MailRequest[]>();
  for (const mail of deal.mails) {
    const key = stepOf(mail);
    batches.set(key, [...(batches.get(key) ?? []), mail]);
  }
  const isAsking = agreementSteps(deal).some(({ key }) => !isStuckAt(deal, key));
  return [...batches]
    .filter(([, mails]) => !(isAsking && mails.some(isOfEnd)))
    .map(([key, mails]) => ({ name: 'sendMails', key, mails }));
}

/** Why an access has ended is known once AWS has answered: whoever has not paid is told that alone, and how to cure it. */
const isOfEnd = ({ template }: MailRequest) => template === 'accessEnded';
