import type { Messages } from '../../../shared/i18n/messages.ts';

/** An id that people copy. The button appears where the script runs; without it the text can be selected. */
export function CopyField({ value, label, messages }: { value: string; label: string; messages: Messages }) {
  return (
    <span class="copy">
      <code class="copy__value">{value}</code>
      <button
        type="button"
        class="copy__button"
        hidden
        data-copy={value}
        data-copied={messages.ui.copied}
        aria-label={`${messages.ui.copy}: ${label}`}
      >
        {messages.ui.copy}
      </button>
    </span>
  );
}
