import { Field } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import { longestReason } from './view.ts';

/** Why something is dismissed, which colleagues read later. */
export function ReasonField({
  context: { messages },
  reason,
  error,
}: {
  context: DeskContext;
  reason: string | undefined;
  error: string | undefined;
}) {
  const { events } = messages;
  return (
    <Field
      messages={messages}
      name="reason"
      label={events.reason}
      hint={events.reasonHint}
      value={reason}
      error={error}
      maxLength={longestReason}
      required
    />
  );
}
