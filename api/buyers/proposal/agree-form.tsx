import { longest } from '../../../deal/contract/limits.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { FormValues } from '../../forms/fields.ts';
import { Button } from '../../ui/fields/button.tsx';
import { ConfirmField } from '../../ui/fields/confirm-field.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import type { DealContext } from '../deal-context.ts';
import { totalOfTerms } from '../terms-card.tsx';
import type { Proposed } from './proposed.ts';

/** A yes that came back: what was typed, and what is wrong with it. */
export interface YesDraft {
  name: string;
  errors: FieldErrors;
  /** Set when the same press may be repeated. */
  nonce?: string;
}

interface AgreeProps {
  page: DealContext;
  shown: Proposed;
  keys: FormKeys;
  draft?: YesDraft;
}

const nameField = 'agree-name';
const confirmField = 'agree-confirmed';

/** The buyer's yes: his name, and a tick beside the sum. */
export function AgreeForm({ page, shown: { version }, keys, draft }: AgreeProps) {
  const { messages } = page.context;
  const { agree: words } = messages.proposal;
  const kept = draft?.nonce ? { keys: { ...keys, nonce: draft.nonce } } : { keys, name: 'agree' };
  return (
    <section class="proposal__answer unprinted" aria-labelledby="agree">
      <h3 id="agree">{words.title}</h3>
      <p class="quiet">{words.text}</p>
      <Form action={`${page.links.path}/agree`} {...kept}>
        <input type="hidden" name="version" value={String(version.version)} />
        <Field
          messages={messages}
          name={nameField}
          label={words.name}
          hint={words.nameHint}
          value={draft?.name}
          error={draft?.errors[nameField]}
          autocomplete="name"
          maxLength={longest.name}
          required
        />
        <ConfirmField
          messages={messages}
          name={confirmField}
          label={words.confirm(totalOfTerms(page, version.terms))}
          error={draft?.errors[confirmField]}
        />
        <div class="actions">
          <Button>{words.button}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Whose yes it is and to which version, or a message for each field that does not hold. */
export function parseYes(
  values: FormValues,
  messages: Messages,
): { name: string; version: number } | { errors: FieldErrors } {
  const { agree: words } = messages.proposal;
  const name = (values[nameField] ?? '').replace(/\s+/g, ' ').trim();
  const version = Number(values.version);
  const errors: FieldErrors = {
    ...(name === '' && { [nameField]: words.nameMissing }),
    ...(name.length > longest.name && { [nameField]: messages.deal.fields.tooLong(String(longest.name)) }),
    ...(values[confirmField] !== 'yes' && { [confirmField]: words.confirmMissing }),
  };
  return Object.keys(errors).length > 0 ? { errors } : { name, version };
}

/** What was typed, for the form that comes back. */
export const typedName = (values: FormValues) => values[nameField] ?? '';
