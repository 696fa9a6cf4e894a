import type { CommandType } from '../../../../deal/commands.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { DealView } from '../view.ts';
import { type Obstacle, obstacleTo } from './obstacles.ts';

/** The steps that have no button now, with the reason why; those that share a reason stand together. */
export function NotPossible({ view, steps }: { view: DealView; steps: readonly CommandType[] }) {
  const { context, deal } = view;
  const { messages } = context;
  if (steps.length === 0) return null;
  const why = (type: CommandType) => obstacleText(obstacleTo(type, deal, context.staff), messages);
  return (
    <details class="disclosure disclosure--quiet" data-fold="not-possible">
      <summary>{messages.desk.deal.notPossible}</summary>
      <SummaryList
        items={[...new Set(steps.map(why))].map(reason => ({
          label: steps
            .filter(type => why(type) === reason)
            .map(type => messages.deal.actions[type])
            .join(messages.ui.comma),
          value: reason,
        }))}
      />
    </details>
  );
}

function obstacleText(obstacle: Obstacle, { desk, deal }: Messages): string {
  switch (obstacle.why) {
    case 'refused':
      return deal.refusals[obstacle.code];
    case 'role':
      return desk.deal.onlyRoles(obstacle.roles.map(role => desk.roles[role]));
    case 'stage':
      return desk.deal.onlyStages(obstacle.stages.map(stage => deal.stages[stage]));
  }
}
