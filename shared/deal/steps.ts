import type { ChangeSet, Deal, License, Link } from './deal.ts';
import type { MailRequest } from './mails.ts';

/**
 * An effect outside of the deal that is due. `key` is stable over every retry and is what makes the effect happen
 * once; it is unique in the deal.
 */
export type Step =
  | { name: 'startChangeSet'; key: string; changeSet: ChangeSet }
  | { name: 'followChangeSet'; key: string; changeSet: ChangeSet & { changeSetId: string } }
  | { name: 'readEntitlements'; key: string; license: License }
  | { name: 'linkOrganization'; key: string; link: Link }
  | { name: 'tellProduct'; key: string; link: Link }
  | { name: 'sendMails'; key: string; mails: MailRequest[] };
export type StepName = Step['name'];
export type StepOf<N extends StepName> = Extract<Step, { name: N }>;

/** Every effect the deal is waiting for, except those that wait for a person. Pure: derived from the facts alone. */
export function stepsDue(deal: Deal): Step[] {
  const due = [...changeSetSteps(deal), ...activationSteps(deal), ...mailSteps(deal)];
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

/** Nothing is granted before AWS's license event, nor while agreed and accepted differ. */
function activationSteps(deal: Deal): Step[] {
  const { link, license, agreement } = deal;
  const differs = deal.stuck.some(stuck => stuck.reason === 'agreementDiffers');
  if (!link || link.productToldAt || !license || license.deprovisionedAt || differs) return [];
  if (agreement?.agreementId !== license.agreementId || agreement.status !== 'ACTIVE') return [];
  const of = `${agreement.agreementId}:${link.organizationId}`;
  if (!deal.entitlements)
    return [{ name: 'readEntitlements', key: `readEntitlements:${agreement.agreementId}`, license }];
  if (!link.linkedAt) return [{ name: 'linkOrganization', key: `linkOrganization:${of}`, link }];
  return [{ name: 'tellProduct', key: `tellProduct:${of}`, link }];
}

/** The mails of one timeline entry go out together. */
function mailSteps(deal: Deal): Step[] {
  const batches = new Map<string, MailRequest[]>();
  for (const mail of deal.mails) {
    const [entry = ''] = mail.key.split(':');
    batches.set(entry, [...(batches.get(entry) ?? []), mail]);
  }
  return [...batches].map(([entry, mails]) => ({ name: 'sendMails', key: `sendMails:${entry}`, mails }));
}
