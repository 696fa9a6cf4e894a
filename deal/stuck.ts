import { type StepKey, type StepName, stepsOfChangeSet } from './keys.ts';
import { keysOf } from './keys-of.ts';

interface Trouble {
  /** What would cure it, in most cases. */
  cure: Cure;
  /** An activity names it as the type of its failure; `ourWords`: what it says is ours and for the log, not the outside's. */
  thrown?: 'ourWords' | 'theirWords';
}
export type Cure =
  | 'retryStep'
  | 'proposeTerms'
  | 'linkOrganization'
  | 'changeContact'
  | 'callBuyer'
  | 'checkAccess'
  | 'offerAgain'
  | 'askAws'
  | 'tellEngineers';

const troubles = {
  changeSetFailed: { cure: 'proposeTerms', thrown: 'theirWords' },
  /** A change set failed by AWS's own fault, again and again. */
  serverFault: { cure: 'retryStep', thrown: 'theirWords' },
  /** AWS does not know us or does not let us. */
  accessDenied: { cure: 'checkAccess', thrown: 'theirWords' },
  /** Somebody has ended the offer in AWS. */
  offerEnded: { cure: 'offerAgain' },
  /** AWS has taken the license of an agreement that runs. */
  licenseTaken: { cure: 'askAws' },
  offerNotCreated: { cure: 'retryStep', thrown: 'theirWords' },
  agreementDiffers: { cure: 'retryStep' },
  agreementMissing: { cure: 'retryStep' },
  entitlementsMissing: { cure: 'retryStep' },
  entitlementsDiffer: { cure: 'retryStep', thrown: 'theirWords' },
  organizationTaken: { cure: 'linkOrganization', thrown: 'ourWords' },
  productNotTold: { cure: 'retryStep' },
  mailNotSent: { cure: 'retryStep' },
  mailBounced: { cure: 'changeContact' },
  buyerAbsent: { cure: 'callBuyer' },
  stepFailed: { cure: 'retryStep' },
  /** The deal's workflow itself fails; it is noted beside the deal (worker/sweep/engine-troubles.ts). */
  engine: { cure: 'tellEngineers' },
} as const satisfies Record<string, Trouble>;
export type StuckReason = keyof typeof troubles;
export const stuckReasons: Readonly<Record<StuckReason, Trouble>> = troubles;

/**
 * What trying again is worth: it cures by itself, it goes on once what is in the way has been seen to, or it does nothing,
 * since the cure is elsewhere.
 */
export const retryWorth: Readonly<Record<Cure, 'cures' | 'afterwards' | 'nothing'>> = {
  retryStep: 'cures',
  callBuyer: 'cures',
  proposeTerms: 'afterwards',
  changeContact: 'afterwards',
  checkAccess: 'afterwards',
  askAws: 'afterwards',
  offerAgain: 'nothing',
  linkOrganization: 'nothing',
  tellEngineers: 'nothing',
};

/** What it means that a step has failed, when the outside system does not say it better. */
const meanings: Record<StepName, StuckReason> = {
  startChangeSet: 'offerNotCreated',
  followChangeSet: 'offerNotCreated',
  openSecondDeal: 'stepFailed',
  readAgreement: 'stepFailed',
  readEntitlements: 'entitlementsMissing',
  linkOrganization: 'stepFailed',
  unlinkOrganization: 'stepFailed',
  tellProduct: 'productNotTold',
  sendMails: 'mailNotSent',
};

/** Where a deal is held up: at an effect, or at something that others must do. */
export type StuckStep = StepKey | 'offer' | 'agreement' | 'acceptance' | 'setUp' | 'license' | 'engine';

/** A deal that cannot go on without a person: why, since when, what would cure it. */
export interface Stuck {
  step: StuckStep;
  reason: StuckReason;
  /** The outside system's own words. */
  detail: string;
  since: string;
  cure: Cure;
}
export type NewlyStuck = Omit<Stuck, 'since'>;
type Held = { stuck: Stuck[] };

/** What a person must cure, with the cure that this reason has. */
export function trouble(found: { step: StuckStep; reason: StuckReason; detail?: string }): NewlyStuck {
  const { step, reason, detail = '' } = found;
  return { step, reason, detail, cure: stuckReasons[reason].cure };
}

/** What a step that has failed makes stuck. `type`: what the activity calls its failure. */
export function troubleAt(
  step: { name: StepName; key: StepKey; changeSet?: { purpose: string } },
  { type, detail }: { type?: string | null; detail: string },
): NewlyStuck {
  const thrown = thrownReason(type);
  const words = thrown && stuckReasons[thrown].thrown === 'ourWords' ? '' : detail;
  const found = trouble({ step: step.key, reason: thrown ?? meanings[step.name], detail: words });
  // New terms cure an offer that AWS refused, not a change of one that is released.
  const isChange = step.changeSet !== undefined && step.changeSet.purpose !== 'create';
  return isChange && found.cure === 'proposeTerms' ? { ...found, cure: 'retryStep' } : found;
}

function thrownReason(type: string | null | undefined): StuckReason | undefined {
  return keysOf(troubles).find(reason => reason === type && stuckReasons[reason].thrown);
}

/** Stuck at a step for one reason at a time. */
export function withStuck<D extends Held>(deal: D, stuck: NewlyStuck, since: string): D {
  return { ...deal, stuck: [...othersThan(deal, stuck.step), { ...stuck, since }] };
}

/** What was stuck at a step is over: what it waited for has come. */
export function withoutStuck<D extends Held>(deal: D, step: StuckStep): D {
  return { ...deal, stuck: othersThan(deal, step) };
}

const othersThan = ({ stuck }: Held, step: StuckStep) => stuck.filter(each => each.step !== step);

export const isStuckAt = ({ stuck }: Held, step: StuckStep) => stuck.some(each => each.step === step);
export const isStuckFor = ({ stuck }: Held, reason: StuckReason) =>
  stuck.some(each => each.reason === reason);

/** What is stuck on anything else than this change set. */
export function withoutTroubleOf(stuck: Stuck[], changeSet: { name: string } | undefined): Stuck[] {
  if (!changeSet) return stuck;
  const steps: readonly StuckStep[] = stepsOfChangeSet(changeSet);
  return stuck.filter(({ step }) => !steps.includes(step));
}
