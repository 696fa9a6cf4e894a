import type { Messages } from '../../../shared/i18n/messages.ts';
import { type FieldErrors, fieldId } from './field.tsx';

export interface ErrorSummaryProps {
  messages: Messages;
  errors: FieldErrors;
  /** Names of fields, by field name, where a message alone does not tell which field it means. */
  labels?: Record<string, string | undefined>;
}

/** The list of what is wrong above a form; each line leads to its field. Nothing when all is well. */
export function ErrorSummary({ messages, errors, labels = {} }: ErrorSummaryProps) {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <div class="alert alert--danger" role="alert" tabIndex={-1} data-focus>
      <h2 class="alert__title">{messages.ui.errorSummary}</h2>
      <ul class="alert__list">
        {all.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>
              {labels[name] ? messages.ui.labelled(labels[name], message) : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
