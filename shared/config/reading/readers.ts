import { isIP } from 'node:net';
import { isEmail } from '../../../deal/contract/email.ts';
import { oneLine } from '../../plain-text.ts';
import type { Setting } from './setting.ts';

const longestTitle = 100;

type Read<Value> = Setting<Value>['read'];

/** What was written, as it is. */
export const text: Read<string> = written => written;

/** One word, such as the name of a queue. */
export const word: Read<string> = (written, name) => {
  if (/^\S{1,200}$/.test(written)) return written;
  throw new Error(`${name} must be one word. Write it without spaces, or leave it out for its default.`);
};

/** A name that people read, in one line and without marks that nobody sees. */
export const title: Read<string> = (written, name) => {
  if (/\S/.test(written) && written.length <= longestTitle && oneLine(written) === written) return written;
  throw new Error(
    `${name} is no name that people can read. Write it in one line, of ${longestTitle} characters or fewer.`,
  );
};

/** True for a name of DNS, an IPv4 address, and an IPv6 address in brackets. */
export const isHostName = (host: string) =>
  /^(?=.{1,253}$)[a-z0-9_]([\w-]{0,61}[a-z0-9])?(\.[a-z0-9_]([\w-]{0,61}[a-z0-9])?)*\.?$|^\[[\da-f:.]+\]$/i.test(
    host,
  );

/** Where a process listens. */
export const hostName: Read<string> = (written, name) => {
  const isNumber = /^[\d.]+$/.test(written);
  if (isIP(written) || (!isNumber && !written.startsWith('[') && isHostName(written))) return written;
  throw new Error(
    `${name}=${written} does not hold. Write it as 0.0.0.0 or a host name, without scheme and port.`,
  );
};

/** Nothing, or what `read` makes of it. */
export const ifGiven =
  (read: Read<string>): Read<string> =>
  (written, name) =>
    written === '' ? '' : read(written, name);

export const oneOf =
  <const Word extends string>(...words: Word[]): Read<Word> =>
  (written, name) => {
    const word = words.find(each => each === written);
    if (word !== undefined) return word;
    throw new Error(`${name}=${written} is not known. Write one of ${words.join(', ')}.`);
  };

/** Some of these words, or none, separated by commas. */
export const someOf =
  <const Word extends string>(...words: Word[]): Read<Word[]> =>
  (written, name) => {
    const chosen = written.split(',').map(each => each.trim());
    return chosen.filter(Boolean).map(each => {
      const word = words.find(known => known === each);
      if (word) return word;
      throw new Error(`${name}=${written} is not known. Write one or more of ${words.join(', ')}.`);
    });
  };

export const wholeNumber =
  ({ min, max }: { min: number; max: number }): Read<number> =>
  (written, name) => {
    const number = /^\d{1,15}$/.test(written.trim()) ? Number(written) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new Error(`${name}=${written} does not hold. Write a whole number from ${min} to ${max}.`);
  };

export const number =
  ({ above, max }: { above: number; max: number }): Read<number> =>
  (written, name) => {
    const value = /^\d+(\.\d+)?$/.test(written.trim()) ? Number(written) : Number.NaN;
    if (value > above && value <= max) return value;
    throw new Error(`${name}=${written} does not hold. Write a number above ${above}, up to ${max}.`);
  };

/** A whole address of the web, for a person or a program to go to. */
export const webAddress: Read<string> = (written, name) => {
  if (isWebAddress(written)) return written;
  throw new Error(`${name}=${written} is not an address. Write it as https://host/path.`);
};

/** The same for an address that may be a secret. */
export const secretAddress: Read<string> = (written, name) => {
  if (isWebAddress(written)) return written;
  throw new Error(`${name} is not an address. Write it as https://host/path, without user and password.`);
};

export const email: Read<string> = (written, name) => {
  if (isEmail(written)) return written;
  throw new Error(`${name}=${written} is no address. Write it as someone@example.com, without a name.`);
};

/** The ARNs of SNS topics. */
export const topics: Read<string> = (written, name) => {
  const names = written.split(',').map(each => each.trim());
  if (names.every(each => /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w.-]+$/.test(each))) return written;
  throw new Error(
    `${name}=${written} does not hold. Write ARNs as arn:aws:sns:us-east-1:111122223333:name, with commas between.`,
  );
};

export function isWebAddress(written: string): boolean {
  const url = URL.parse(written);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}
