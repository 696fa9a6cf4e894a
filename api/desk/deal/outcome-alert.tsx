import type { ComponentChildren } from 'preact';
import { Alert } from '../../ui/alert.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { StepOutcome } from './step-outcome.ts';

/** What became of the step the reader has just taken. `url`: the page this stands on, without its query. */
export function OutcomeAlert({
  context: { messages },
  outcome,
  url,
  undo,
}: {
  context: DeskContext;
  outcome?: StepOutcome;
  url: string;
  /** Takes the step back. */
  undo?: ComponentChildren;
}) {
  const { desk, outcomes } = messages;
  if (!outcome) return null;
  if (outcome.state === 'applied')
    return <Alert tone="success" title={outcomes[outcome.action].done} actions={undo} takesFocus />;
  if (outcome.state === 'refused')
    return (
      <Alert tone="danger" title={outcome.title ?? outcomes[outcome.action].notDone}>
        <p>{outcome.reason}</p>
        {outcome.details && outcome.details.length > 0 && <Lines lines={outcome.details} />}
      </Alert>
    );
  const again = `${url}?${new URLSearchParams({ command: outcome.commandId })}`;
  return (
    <Alert title={desk.deal.recorded}>
      <Progress messages={messages} id="recorded" url={again} running>
        <p>{desk.deal.recordedText}</p>
      </Progress>
    </Alert>
  );
}

export function Lines({ lines }: { lines: readonly ComponentChildren[] }) {
  return (
    <ul class="list">
      {lines.map((line, index) => (
        <li key={String(index)}>{line}</li>
      ))}
    </ul>
  );
}
