import type { DealView } from '../view.ts';
import { stagesShown } from './stages-shown.ts';

/** The stages of the deal in one line: what is done, where it stands, what comes. */
export function StageStrip({ view: { context, deal } }: { view: DealView }) {
  const { desk, deal: words, ui } = context.messages;
  return (
    <ol class="strip" aria-label={desk.list.stage}>
      {stagesShown(deal).map(({ stage, state }) => (
        <li
          key={stage}
          class={`strip__item strip__item--${state}`}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span class="visually-hidden">
            {ui.stepStates[state]}
            {ui.colon}
          </span>
          <span class="strip__label">{words.stages[stage]}</span>
        </li>
      ))}
    </ol>
  );
}
