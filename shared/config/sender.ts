import { isEmail } from '../../deal/contract/email.ts';
import { oneLine } from '../plain-text.ts';

/** What a name may hold without quotes in a header (RFC 5322, atoms), and letters beyond ASCII. */
const unquoted = /^[\p{L}\p{N}\p{M} !#$%&'*+/=?^_`{|}~-]*$/u;

/** A sender as mail programs read it, its name in quotes where a comma or bracket would end it: `"Example, Inc." <a@b.c>`. */
export function sender(written: string, name: string): string {
  const parts = /^(?:(?<name>"[^"]*"|[^<>]*?)\s*<(?<inside>[^<>]*)>|(?<bare>\S*))$/su.exec(
    written.trim(),
  )?.groups;
  const address = parts?.inside ?? parts?.bare ?? '';
  const person = withoutQuotes(parts?.name ?? '');
  if (oneLine(person) !== person)
    throw new Error(`${name} has marks in its name that nobody sees. Write the name again, in one line.`);
  if (!isEmail(address))
    throw new Error(`${name}=${written} has no address. Write it as Example Inc. <offers@example.com>.`);
  return person ? `${quoted(person)} <${address}>` : address;
}

/** A name as its reader sees it. */
export const withoutQuotes = (name: string) =>
  /^".*"$/su.test(name) ? name.slice(1, -1).replace(/\\(.)/gsu, '$1') : name;

const quoted = (name: string) => (unquoted.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`);
