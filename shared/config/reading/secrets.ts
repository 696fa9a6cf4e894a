import type { Setting } from './setting.ts';

/** A word typed again and again has few different characters; random bytes in any writing have more. */
export const repeatsItself = (secret: Iterable<unknown>) => new Set(secret).size < 5;

const isOneWordAgain = (secret: string) => /^(.+)\1+$/s.test(secret);
/** What examples and templates have where the secret is to be written. */
const placeholder = /(change|replace)[-_ ]?(me|this)|your[-_ ]?(\w{1,12}[-_ ]?)?secret|placeholder/i;

const remedy = 'Write 32 random bytes, as `openssl rand -hex 32` prints them.';

/** Throws an Error for a secret that can be guessed. It never shows it. */
export function refuseWeak(secret: string, { name, shortest }: { name: string; shortest: number }): void {
  const wrong =
    secret.trim() === ''
      ? 'is empty'
      : secret.length < shortest
        ? `must have ${shortest} characters or more`
        : repeatsItself(secret) || isOneWordAgain(secret)
          ? 'repeats the same few characters'
          : placeholder.test(secret) && 'is the word of an example';
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
