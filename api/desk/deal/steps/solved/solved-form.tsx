import { maySolve } from '../../../../../deal/care/solved.ts';
import { stepNameIn } from '../../../../../deal/keys.ts';
import type { Stuck } from '../../../../../deal/stuck.ts';
import type { DealView } from '../../view.ts';
import { StepDisclosure, StepField, StepForm } from '../step-form.tsx';

/** What is stuck is taken for done, for the reason that somebody gives. */
export function MarkSolved({ view, stuck }: { view: DealView; stuck: Stuck }) {
  const { context, deal } = view;
  const { solved } = context.messages;
  const which = String(deal.stuck.indexOf(stuck));
  const name = stepNameIn(stuck.step);
  if (!maySolve(deal, stuck)) return null;
  return (
    <StepDisclosure view={view} form={`markSolved${which}`} title={solved.title}>
      <StepForm view={view} type="markSolved" which={which} fixed={{ step: stuck.step, which }}>
        <p>{name ? solved.effects[name] : solved.other}</p>
        <StepField
          view={view}
          type="markSolved"
          which={which}
          field="reason"
          label={solved.reason}
          hint={solved.reasonHint}
          lines={2}
          required
        />
      </StepForm>
    </StepDisclosure>
  );
}
