import { longest } from './limits.ts';

// The one rule of e-mail addresses: every form, body, setting and command is cleaned and judged by it.

const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** RFC 5321 without quoted names and literals, which no mail provider gives to a person; ASCII, as Amazon SES wants it. */
const address = new RegExp(`^(?=[^@]{1,64}@)${atom}(?:\\.${atom})*@(?:${label}\\.)+(?!\\d+$)${label}$`, 'i');

/** True for an address to which mail can be sent; whether somebody reads it there is another question. */
export function isEmail(email: string): boolean {
  return email.length <= longest.email && address.test(email);
}

/** Marks that are copied along with a text and cannot be seen: joiners, directions, soft hyphens. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Whatever is longer is no address with something around it. */
const longestPasted = 1000;
const wrappings: readonly [RegExp, string][] = [
  [/^[^@]*</, ''],
  [/>[^@<]*$/, ''],
  [/^["'“”‘’„«»「」『』【】()[\]\s]+/, ''],
  [/["'“”‘’„«»「」『』【】()[\].,;:!、。\s]+$/, ''],
  [/^mailto:([^?]*).*$/, '$1'],
];

/**
 * The one way in which an address is written here, from what people type and paste: without what stands around it, in
 * lower case, with a domain of other letters in the form that DNS knows. What is no address stays recognizable.
 */
export function canonicalEmail(typed: string): string {
  if (typed.length > longestPasted) return typed;
  const plain = unwrapped(typed.normalize('NFKC').replace(unseen, '').trim().toLowerCase());
  const at = plain.lastIndexOf('@');
  const written = plain.slice(0, at + 1) + asciiDomain(plain.slice(at + 1));
  // What falls away may uncover more of it; in the end an address that is written so stays so.
  return written === typed ? written : canonicalEmail(written);
}

/** They stand around one another: `<mailto:jane@a.example>,`. */
function unwrapped(typed: string): string {
  const inner = wrappings.reduce((text, [around, within]) => text.replace(around, within), typed);
  return inner === typed ? inner : unwrapped(inner);
}

/** What may stand in a name of DNS; no dash but the hyphen does. */
const inNames = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** No domain ends in letters of two scripts: `a.example様` is an address with a word behind it. */
const endsInTwo = /[a-z][^.]*(?!\p{Script=Latin})\p{L}[^.]*$|(?!\p{Script=Latin})\p{L}[^.]*[a-z][^.]*$/u;

/** `例え.example` → `xn--r8jz45g.example`; anything else as it is. */
function asciiDomain(typed: string): string {
  const domain = typed.replaceAll('。', '.');
  if (!/[^ -~]/.test(domain) || !inNames.test(domain) || endsInTwo.test(domain)) return domain;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}
