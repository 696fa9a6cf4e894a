import type { Messages } from '../../shared/i18n/messages.ts';
import { type FieldErrors, fieldId } from './field.tsx';

/** The list of what is wrong above a form; each line leads to its field. Nothing when all is well. */
export function ErrorSummary({ messages, errors }: { messages: Messages; errors: FieldErrors }) {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <div class="alert alert--danger" role="alert" tabIndex={-1} data-focus>
      <h2 class="alert__title">{messages.ui.errorSummary}</h2>
      <ul class="alert__list">
        {all.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
