import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's password storage cheat sheet: N=2^15, r=8, p=3 costs 32 MB and about 0.2 s. */
const present = { N: 2 ** 15, r: 8, p: 3 };
const keyLength = 32;

interface Stored {
  N: number;
  r: number;
  p: number;
  salt: Buffer;
  key: Buffer;
}

/** A text to store: `scrypt$N$r$p$salt$key`. Parameters stay with the hash, so that they can grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(normal(password), salt, keyLength, withMemory(present));
  const { N, r, p } = present;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether a password belongs to a stored hash. Without a hash, for an address nobody has, it takes as long and is
 * false. Throws when the stored text is not one of ours.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const stored = hash === undefined ? nobody : parse(hash);
  const key = await derive(normal(password), stored.salt, stored.key.length, withMemory(stored));
  return timingSafeEqual(key, stored.key) && hash !== undefined;
}

/**
 * Tells one password of a person from the next, and nothing of either: a sign-in carries it, so that it ends with the
 * password that it began with.
 */
export const passwordVersionOf = (hash: string) => createHash('sha256').update(hash).digest('base64url');

const nobody: Stored = { ...present, salt: randomBytes(16), key: randomBytes(keyLength) };

/** Keyboards write the same letter in different ways; NIST SP 800-63B asks for one of them. */
const normal = (password: string) => password.normalize('NFKC');

/** scrypt needs 128·N·r bytes; Node allows 32 MB unless told. */
const withMemory = ({ N, r, p }: Pick<Stored, 'N' | 'r' | 'p'>): ScryptOptions => ({
  N,
  r,
  p,
  maxmem: 256 * N * r,
});

function parse(hash: string): Stored {
  const [name, N, r, p, salt, key] = hash.split('$');
  if (name !== 'scrypt' || !salt || !key) throw new Error('a stored password has an unknown form');
  return {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}
