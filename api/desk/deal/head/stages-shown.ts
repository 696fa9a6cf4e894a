import type { Deal } from '../../../../deal/deal.ts';
import type { Stage } from '../../../../deal/stages.ts';
import type { JourneyStep } from '../../../ui/steps.tsx';

export interface StageShown {
  stage: Stage;
  state: JourneyStep['state'];
}

/** What a deal goes through, as far as its reader must know it: what AWS does within minutes has the place of its end. */
const usual: readonly Stage[] = [
  'inquiry',
  'negotiating',
  'approving',
  'offered',
  'accepted',
  'settingUp',
  'active',
];
const within: { [S in Stage]?: Stage } = { creatingOffer: 'offered', activating: 'active' };

/** What is done, where the deal stands, and what comes. A deal that ended early ends where it came to. */
export function stagesShown(deal: Deal): StageShown[] {
  const way = usual.filter(stage => stage !== 'approving' || deal.approval !== undefined);
  if (deal.closed) {
    const reached = way.slice(0, way.indexOf(furthest(deal)) + 1);
    return [...reached.map(stage => ({ stage, state: 'done' as const })), current(deal.stage)];
  }
  const place = way.indexOf(within[deal.stage] ?? deal.stage);
  return way.map((stage, index) => {
    if (index === place) return current(deal.stage);
    return { stage, state: index < place ? 'done' : 'todo' };
  });
}

const current = (stage: Stage): StageShown => ({ stage, state: 'current' });

/** How far a closed deal had come. */
function furthest({ link, registration, agreement, offers, terms }: Deal): Stage {
  if (link?.productToldAt) return 'active';
  if (registration) return 'settingUp';
  if (agreement) return 'accepted';
  if (offers.length > 0) return 'offered';
  return terms.length > 0 ? 'negotiating' : 'inquiry';
}
