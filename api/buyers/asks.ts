import { createHash, randomUUID } from 'node:crypto';
import type { CommandBody } from '../../deal/commands.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

/** Longest text a buyer can send, in characters. */
export const longestText = 2000;

/** What a buyer can ask for, by the last part of the form's address. */
export const asks = {
  'ask-for-change': { type: 'askForChange', body: (message: string) => ({ type: 'askForChange', message }) },
  'ask-for-more-time': {
    type: 'askForMoreTime',
    body: (message: string) => ({ type: 'askForMoreTime', message }),
  },
  'decline-offer': { type: 'declineOffer', body: (reason: string) => ({ type: 'declineOffer', reason }) },
} as const satisfies Record<string, { type: CommandBody['type']; body: (text: string) => CommandBody }>;

export type Ask = keyof typeof asks;
export const askNames = Object.keys(asks) as Ask[];

/** A text that came back: what was typed, and what is wrong with it. */
export interface Draft {
  ask: Ask;
  text: string;
  nonce: string;
  error?: string;
}

/**
 * The id of a command that was sent by a form. The same press again is the same command; going back and writing something
 * else is another one.
 */
export function commandIdOf(nonce: string, body: CommandBody): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([nonce, body]))
    .digest('base64url');
  return `buyer-${digest}`;
}

/** The name of a request's text field; every request of the page has its own, so that each label has its input. */
export const textField = (ask: Ask) => `${ask}-text`;

/** What was sent by a form, with the reason when it cannot be taken so. */
export function draftFrom(posted: unknown, { ask, messages }: { ask: Ask; messages: Messages }): Draft {
  const body = (posted ?? {}) as Record<string, unknown>;
  const text = textIn(body[textField(ask)]).trim();
  const nonce = textIn(body.nonce) || randomUUID();
  if (text === '') return { ask, text, nonce, error: messages.offers.emptyText };
  if (text.length <= longestText) return { ask, text, nonce };
  return { ask, text, nonce, error: messages.deal.fields.tooLong(String(longestText)) };
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : '');
