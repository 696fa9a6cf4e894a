import type { ComponentChildren } from 'preact';
import type { Messages } from '../../shared/i18n/messages.ts';

export interface JourneyStep {
  label: string;
  state: 'done' | 'current' | 'todo';
  detail?: ComponentChildren;
}

/** How far somebody has come. `layout` row for a few short names, column with details. */
export function Steps(props: {
  messages: Messages;
  label: string;
  steps: readonly JourneyStep[];
  layout?: 'row' | 'column';
}) {
  const { messages, label, steps, layout = 'row' } = props;
  return (
    <ol class={`steps steps--${layout}`} aria-label={label}>
      {steps.map(step => (
        <li
          key={step.label}
          class={`steps__item steps__item--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="visually-hidden">{messages.ui.stepStates[step.state]}: </span>
          <span class="steps__label">{step.label}</span>
          {step.detail && <div class="steps__detail">{step.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
