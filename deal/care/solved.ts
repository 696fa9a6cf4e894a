import type { ChangeSet, Deal, SecondPurchase } from '../deal.ts';
import type { Entry } from '../events.ts';
import { changeDone } from '../offer/offers.ts';
import { setUpEvolution } from '../set-up/evolution.ts';
import { allSteps, type Step, type StepOf } from '../steps.ts';
import { type Stuck, withoutStuck } from '../stuck.ts';
import { isDifference } from './cure.ts';

/** The deal once a person has done an effect himself; nothing for one of which only AWS knows what came of it. */
function doneByHand(deal: Deal, step: Step, entry: Entry): Deal | undefined {
  switch (step.name) {
    case 'startChangeSet':
    case 'followChangeSet':
      return step.changeSet.purpose === 'create' ? undefined : changed(deal, step.changeSet, entry);
    case 'openSecondDeal':
      return withoutPurchase(deal, step.purchase);
    case 'linkOrganization':
    case 'unlinkOrganization':
    case 'tellProduct':
      return linkDone(deal, step, entry);
    case 'sendMails':
      return { ...deal, mails: deal.mails.filter(mail => !step.mails.includes(mail)) };
    default:
      return undefined;
  }
}

const withoutPurchase = (deal: Deal, purchase: SecondPurchase): Deal => ({
  ...deal,
  secondPurchases: deal.secondPurchases.map(each => (each === purchase ? { ...each, solved: true } : each)),
});

type LinkStep = StepOf<'linkOrganization' | 'unlinkOrganization' | 'tellProduct'>;

/** Accounts or product have heard of a link, or of its end. */
function linkDone(deal: Deal, step: LinkStep, entry: Entry): Deal {
  const { organizationId } = step.link;
  if (step.name === 'linkOrganization') {
    const linked = { type: 'organizationLinked', organizationId, revision: deal.revision } as const;
    return setUpEvolution.organizationLinked(deal, linked, entry);
  }
  if (step.name === 'unlinkOrganization') {
    const unlinked = { type: 'organizationUnlinked', organizationId, revision: step.link.revision } as const;
    return setUpEvolution.organizationUnlinked(deal, unlinked, entry);
  }
  const told = { type: 'productTold', organizationId, revision: step.revision, configured: true } as const;
  return setUpEvolution.productTold(deal, told, entry);
}

/** Somebody has extended or ended the offer in AWS's console. */
function changed(deal: Deal, changeSet: ChangeSet, entry: Entry): Deal {
  const { changeSet: _done, ...rest } = deal;
  const { name, changeSetId = '', offerId = '' } = changeSet;
  return changeDone(rest, changeSet, {
    event: { type: 'changeSetSucceeded', name, changeSetId, offerId },
    entry,
  });
}

/**
 * Whether a person can see to what is stuck without us. The offer of a new agreement, what was accepted and what is granted
 * are AWS's to tell, and what was not agreed is accepted by its own name.
 */
export function maySolve(deal: Deal, stuck: Stuck): boolean {
  // The workflow itself knows nothing of its own failure, and can be told nothing.
  if (isDifference(stuck) || stuck.reason === 'organizationTaken' || stuck.reason === 'engine') return false;
  const step = stepAt(deal, stuck);
  if (!step) return true;
  if (step.name === 'readAgreement' || step.name === 'readEntitlements') return false;
  return !('changeSet' in step) || step.changeSet.purpose !== 'create';
}

/** The effect at which a deal is stuck; nothing when it waits for somebody else. */
const stepAt = (deal: Deal, { step }: Pick<Stuck, 'step'>) => allSteps(deal).find(({ key }) => key === step);

/** The deal goes on as if what was stuck had been done. */
export function solved(deal: Deal, stuckStep: string, entry: Entry): Deal {
  const stuck = deal.stuck.find(({ step }) => step === stuckStep);
  if (!stuck) return deal;
  const step = stepAt(deal, stuck);
  const rest = withoutStuck(deal, stuck.step);
  return (step && doneByHand(rest, step, entry)) ?? rest;
}
