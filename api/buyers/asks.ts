import type { CommandBody } from '../../deal/commands.ts';
import { longest } from '../../deal/contract/limits.ts';
import { keysOf } from '../../deal/keys-of.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { FormValues } from '../forms/fields.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';

/** What a buyer can ask for, by the last part of the form's address. */
export const asks = {
  'ask-for-change': { type: 'askForChange', body: (message: string) => ({ type: 'askForChange', message }) },
  'ask-for-more-time': {
    type: 'askForMoreTime',
    body: (message: string) => ({ type: 'askForMoreTime', message }),
  },
  'write-to-us': { type: 'writeToStaff', body: (text: string) => ({ type: 'writeToStaff', text }) },
  'decline-offer': { type: 'declineOffer', body: (reason: string) => ({ type: 'declineOffer', reason }) },
} as const satisfies Record<string, { type: CommandBody['type']; body: (text: string) => CommandBody }>;

export type Ask = keyof typeof asks;
export const askNames = keysOf(asks);

/** A text that came back: what was typed, and what is wrong with it. */
export interface Draft {
  ask: Ask;
  text: string;
  /** Set when the same press may be repeated. */
  nonce?: string;
  error?: string;
}

/** The name of a request's text field; every request of the page has its own, so that each label has its input. */
export const textField = (ask: Ask) => `${ask}-text`;

/** The command that a form stands for, or what is wrong with its text. */
export function parseAsk(
  values: FormValues,
  { ask, messages }: { ask: Ask; messages: Messages },
): CommandBody | { errors: FieldErrors } {
  const text = (values[textField(ask)] ?? '').trim();
  if (text === '') return { errors: { [textField(ask)]: messages.offers.emptyText } };
  if (text.length <= longest.message) return asks[ask].body(text);
  return { errors: { [textField(ask)]: messages.deal.fields.tooLong(String(longest.message)) } };
}
