import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { memoize } from './memoize.ts';

/** The key of one purpose, from the secret of the server: what is made for one thing never passes for another. */
export const keyFor = memoize((purpose: string, secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `offerdesk ${purpose}`, 32)),
);

/** What nobody can write without the secret; 32 bytes. */
export const sealOf = (purpose: string, secret: string, named: string): Buffer =>
  createHmac('sha256', keyFor(purpose, secret)).update(named).digest();

/** In a time that tells nothing of where they differ. */
export const isSameSeal = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/**
 * The addresses of pages that let their bearer in: below `path`, what a token names, and a seal over it as its last part.
 * Nothing of them is stored, and a forged one is refused before anything is looked up.
 */
export function sealedLinks({ path, purpose }: { path: string; purpose: string }) {
  return {
    urlOf({ publicUrl, secret }: { publicUrl: string; secret: string }, parts: (string | number)[]): string {
      const named = parts.join('.');
      const sealed = sealOf(purpose, secret, named).toString('base64url');
      return `${publicUrl.replace(/\/+$/, '')}${path}/${named}.${sealed}`;
    },

    /** What a token names, part by part; nothing when it is not one of ours. */
    partsIn({ secret }: { secret: string }, token: string): string[] | undefined {
      const at = token.lastIndexOf('.');
      if (at < 0) return undefined;
      const named = token.slice(0, at);
      const given = Buffer.from(token.slice(at + 1), 'base64url');
      return isSameSeal(given, sealOf(purpose, secret, named)) ? named.split('.') : undefined;
    },
  };
}
