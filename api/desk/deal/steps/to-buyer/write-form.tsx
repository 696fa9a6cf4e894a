import { buyersOf } from '../../../../../deal/deal.ts';
import { distinct } from '../../../../../deal/mails/mails.ts';
import type { DealView } from '../../view.ts';
import { StepField, StepForm } from '../step-form.tsx';

/** A message to the buyer. It says to whom it goes, and looks like no note. */
export function WriteToBuyer({ view, kind }: { view: DealView; kind?: 'primary' | 'secondary' | 'danger' }) {
  const { desk } = view.context.messages.conversation;
  const names = distinct(buyersOf(view.deal)).map(({ name, email }) => `${name} <${email}>`);
  return (
    <StepForm view={view} type="writeToBuyer" kind={kind} class="to-buyer">
      <StepField
        view={view}
        type="writeToBuyer"
        field="text"
        label={desk.label}
        hint={desk.hint(names.join(', '))}
        lines={5}
        required
      />
    </StepForm>
  );
}
