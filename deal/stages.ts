export const openStages = [
  'inquiry',
  'negotiating',
  'approving',
  'creatingOffer',
  'offered',
  'accepted',
  'settingUp',
  'activating',
  'active',
] as const;
/** Once an offer may be made, AWS may speak at any time, in any order, and also of what was before. */
export const stagesAfterInquiry = openStages.filter(stage => stage !== 'inquiry');
export const closedStages = ['ended', 'declined', 'withdrawn', 'expired', 'lost'] as const;
export const stages = [...openStages, ...closedStages] as const;

export type ClosedStage = (typeof closedStages)[number];
export type Stage = (typeof stages)[number];

/** A time for which a deal was in a stage. Both moments ISO. */
export interface Stay {
  stage: Stage;
  from: string;
  until: string;
}

/** All that a stage is worked out from. */
interface Facts {
  closed?: { stage: ClosedStage };
  link?: { productToldAt?: string };
  registration?: object;
  agreement?: { status: string };
  license?: { deprovisionedAt?: string };
  openedBy?: object;
  approval?: { state: string };
  changeSet?: { purpose: string };
  offers: readonly { state: string }[];
  terms: readonly unknown[];
}

/** True when nothing more will happen in the deal. */
export function isClosed({ closed }: Pick<Facts, 'closed'>): boolean {
  return closed !== undefined;
}

/**
 * AWS has taken the license back: nothing is granted until it gives one again. Where another agreement follows, of which it
 * may only tell later, the former license ends as it should.
 */
export function isTaken({ license, agreement }: Pick<Facts, 'license' | 'agreement'>): boolean {
  return license?.deprovisionedAt !== undefined && !(agreement && isFollowed(agreement));
}

/** Another agreement follows. AWS tells its end first, and the other one soon after. */
export const isFollowed = ({ status }: { status: string }) => status === 'RENEWED' || status === 'REPLACED';

/**
 * The stage that the facts of a deal amount to. Because it is derived and not stepped, events may come in
 * any order and the deal still ends in the same stage.
 */
export function stageOf(deal: Facts): Stage {
  if (deal.closed) return deal.closed.stage;
  return stageAfterAcceptance(deal) ?? stageBeforeAcceptance(deal);
}

function stageAfterAcceptance(deal: Facts): Stage | undefined {
  if (deal.link?.productToldAt && !isTaken(deal)) return 'active';
  if (deal.link) return 'activating';
  if (deal.registration) return 'settingUp';
  return deal.agreement ? 'accepted' : undefined;
}

function stageBeforeAcceptance(deal: Facts): Stage {
  // Its agreement comes in the same moment.
  if (deal.openedBy) return 'offered';
  if (deal.approval?.state === 'pending') return 'approving';
  if (deal.changeSet?.purpose === 'create') return 'creatingOffer';
  if (deal.offers.some(({ state }) => state === 'released' || state === 'expired')) return 'offered';
  return deal.terms.length > 0 ? 'negotiating' : 'inquiry';
}
