import type { Messages } from '../../shared/i18n/messages.ts';
import { Steps } from '../ui/steps.tsx';

const names = ['account', 'business', 'organization', 'start'] as const;
/** `over`: every step is done. */
export type SetupStep = (typeof names)[number] | 'over';

/** How far the set-up has come. */
export function SetupSteps({ messages, current }: { messages: Messages; current: SetupStep }) {
  const { steps } = messages.setup;
  const at = current === 'over' ? names.length : names.indexOf(current);
  const stateOf = (index: number) => (index === at ? 'current' : index < at ? 'done' : 'todo');
  return (
    <Steps
      messages={messages}
      label={steps.label}
      steps={names.map((name, index) => ({ label: steps[name], state: stateOf(index) }))}
    />
  );
}
