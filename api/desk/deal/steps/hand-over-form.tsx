import type { DealView } from '../view.ts';
import { StepField, StepForm } from './step-form.tsx';

/** Sends the buyer's set-up to somebody else of the buyer's side. */
export function HandOverSetUp({ view }: { view: DealView }) {
  const { handOver } = view.context.messages.reminders;
  const part = { view, type: 'handOverSetUp' as const, autocomplete: 'off', required: true };
  return (
    <StepForm view={view} type="handOverSetUp">
      <p>{handOver.text}</p>
      <div class="grid-2">
        <StepField {...part} field="name" label={handOver.name} />
        <StepField {...part} field="email" label={handOver.email} input="email" />
      </div>
    </StepForm>
  );
}
