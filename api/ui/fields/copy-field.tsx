import type { Messages } from '../../../shared/i18n/messages.ts';

interface CopyProps {
  value: string;
  /** What it is, for who cannot see where the button stands. */
  label: string;
  messages: Messages;
}

/** An id that people copy. The button appears where the script runs; without it the text can be selected. */
export function CopyField({ value, label, messages }: CopyProps) {
  return (
    <span class="copy">
      <code class="copy__value">{value}</code>
      <CopyButton value={value} label={label} messages={messages} />
    </span>
  );
}

/** The same of a text of several lines. */
export function CopyText({ value, label, messages }: CopyProps) {
  return (
    <div class="copy-text">
      <pre class="quote">
        <code>{value}</code>
      </pre>
      <CopyButton value={value} label={label} messages={messages} />
    </div>
  );
}

const CopyButton = ({ value, label, messages }: CopyProps) => (
  <button
    type="button"
    class="copy__button"
    hidden
    data-copy={value}
    data-copied={messages.ui.copied}
    aria-label={messages.ui.labelled(messages.ui.copy, label)}
  >
    {messages.ui.copy}
  </button>
);
