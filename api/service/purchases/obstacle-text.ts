import type { Messages } from '../../../shared/i18n/messages.ts';
import type { OpenedPurchase } from './open-purchase.ts';

/** Why no deal is opened for an agreement, in the reader's words. */
export function obstacleText(
  obstacle: Exclude<OpenedPurchase, { dealId: string }>,
  { opening, events }: Messages,
): string {
  const { problems } = opening;
  if ('taken' in obstacle) return problems.taken(obstacle.taken);
  switch (obstacle.problem) {
    case 'unknownAgreement':
      return problems.unknownAgreement;
    case 'otherProduct':
      return problems.otherProduct(obstacle.product);
    case 'notActive':
      return problems.notActive(events.aws.agreement[obstacle.status] ?? obstacle.status);
  }
}
