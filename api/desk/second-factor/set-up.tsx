import encodeQR from 'qr';
import { LinkButton } from '../../ui/fields/button.tsx';
import { CopyField, CopyText } from '../../ui/fields/copy-field.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import type { BegunSetUp } from './change-second-factor.ts';

export interface SetUpProps extends BegunSetUp {
  context: PageContext;
  errors?: FieldErrors;
}

/** What is to be scanned or typed, and the question for the code that shows it was. */
export function SetUpFields({ context, address, secret, sealed, errors = {} }: SetUpProps) {
  const { messages } = context;
  const words = messages.desk.secondFactor;
  return (
    <>
      <input type="hidden" name="sealed" value={sealed} />
      <p>{words.scan}</p>
      <QrCode text={address} label={words.qr} />
      <p class="quiet small">{words.byHand}</p>
      <CopyField value={secret.replace(/.{4}(?=.)/g, '$& ')} label={words.key} messages={messages} />
      <Field
        messages={messages}
        name="code"
        label={words.code}
        hint={words.codeHint}
        autocomplete="one-time-code"
        inputmode="numeric"
        width="short"
        error={errors.code}
        required
      />
    </>
  );
}

/** Dark on white in the dark too: apps read no other. */
function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 3 });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`}>
      <rect class="qr__ground" width={rows.length} height={rows.length} />
      <path class="qr__code" d={dark.join('')} />
    </svg>
  );
}

/** The recovery codes, once. */
export function RecoveryCodes({
  context: { messages },
  codes,
  goOn,
}: {
  context: PageContext;
  codes: readonly string[];
  goOn: string;
}) {
  const words = messages.desk.secondFactor;
  return (
    <div class="card card--roomy card--form stack">
      <h1>{words.codesTitle}</h1>
      <p>{words.codesText}</p>
      <CopyText value={codes.join('\n')} label={words.codesTitle} messages={messages} />
      <p class="quiet small">{words.codesOthers}</p>
      <LinkButton href={goOn}>{words.goOn}</LinkButton>
    </div>
  );
}
