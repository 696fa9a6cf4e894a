import type { DealView } from '../view.ts';
import { StepForm } from './step-form.tsx';

/** Undoes the press on a reminder that the reader has just made; nothing when there is nothing to undo. */
export function takeBack(view: DealView) {
  const { outcome } = view;
  const key = outcome?.state === 'applied' ? outcome.takesBack : undefined;
  return key && <StepForm view={view} type="takeBackReminder" which="just" fixed={{ key }} size="small" />;
}
