import { isWebAddress } from './readers.ts';

const known = ['{productId}', '{offerId}'];

/** An address with a place for the offer. Throws an Error that says what is missing or not known. */
export function offerUrlTemplate(written: string, name: string): string {
  const unknown = (written.match(/\{[^}]*\}?/g) ?? []).find(each => !known.includes(each));
  if (unknown) throw new Error(`${name} does not know ${unknown}. Write ${known.join(' and ')} only.`);
  if (!isWebAddress(written))
    throw new Error(`${name}=${written} is not an address. Write it as https://host/path?offerId={offerId}.`);
  if (/^[a-z]+:\/\/[^/?#]*\{/i.test(written) || /\s/.test(written))
    throw new Error(`${name}=${written} has no host. Write it as https://host/path?offerId={offerId}.`);
  if (written.includes('{offerId}')) return written;
  throw new Error(`${name} leads to no offer. Write {offerId} where its id belongs.`);
}
