import type { Setting } from './setting.ts';

/** A word typed again and again has few different characters; random bytes in any writing have more. */
export const repeatsItself = (secret: Iterable<unknown>) => new Set(secret).size < 5;

/** The last time it may be broken off. */
const isOneWordAgain = (secret: string) =>
  [...secret].some((_, at) => at > 0 && at <= secret.length / 2 && secret.startsWith(secret.slice(at)));

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '9abcdef'];

/** Most of its letters are the neighbours of those before them, in the alphabet or on a keyboard. */
function runsAlong(secret: string): boolean {
  const letters = [...secret.toLowerCase()];
  const neighbours = letters.filter((letter, at) => {
    const pair = `${letters[at - 1]}${letter}`;
    return (
      letters[at - 1] === letter ||
      rows.some(row => row.includes(pair) || row.includes(`${letter}${pair[0]}`))
    );
  });
  return neighbours.length > letters.length / 2;
}

/** What a header can carry, as most of these are sent in one; a line break at the end comes with a file. */
const writable = /^[!-~]([ -~]*[!-~])?$/;
/** What examples and templates have where the secret is to be written. */
const placeholder =
  /(change|replace)[-_ ]?(me|this|it)|your[-_ ]?(\w{1,12}[-_ ]?)?secret|placeholder|example|password|fill[-_ ]?(this|me|in)|^<.*>$|\$\{|\{\{/i;

const remedy = 'Write 32 random bytes, as `openssl rand -hex 32` prints them.';

function unfit(secret: string): string | undefined {
  if (!writable.test(secret)) return 'has characters that no header can carry, or a line break at its end';
  return placeholder.test(secret) ? 'is the word of an example' : undefined;
}

/** Throws an Error for a secret that can be guessed. It never shows it. */
export function refuseWeak(secret: string, { name, shortest }: { name: string; shortest: number }): void {
  const wrong =
    secret.trim() === ''
      ? 'is empty'
      : secret.length < shortest
        ? `must have ${shortest} characters or more`
        : repeatsItself(secret) || isOneWordAgain(secret) || runsAlong(secret)
          ? 'repeats the same few characters'
          : unfit(secret);
  if (wrong) throw new Error(`${name} ${wrong}. ${remedy}`);
}

export const secret =
  ({ shortest }: { shortest: number }): Setting<string>['read'] =>
  (written, name) => {
    refuseWeak(written, { name, shortest });
    return written;
  };

/** One problem for each secret that stands for two things: whoever has one of them would have the other. */
export function secretsAlike(secrets: { name: string; secret: string }[]): string[] {
  return secrets.flatMap(({ name, secret }, index) => {
    const first = secrets.findIndex(each => each.secret === secret);
    const other = secrets[first];
    return secret && other && first < index
      ? [`${name} and ${other.name} are the same secret. Give each its own. ${remedy}`]
      : [];
  });
}
