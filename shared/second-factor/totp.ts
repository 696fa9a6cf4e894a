import { Secret, TOTP } from 'otpauth';

/** What authenticator apps call it. */
const issuer = 'Offerdesk';
/** RFC 6238: a code stands for half a minute. */
const periodMs = 30_000;
/** As many before and after the present one are taken, for clocks that differ. */
const around = 1;

/** A new secret in base32: 160 bits, as RFC 4226 recommends. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says to an authenticator app. */
export const addressFor = ({ secret, email }: { secret: string; email: string }): string =>
  totpOf(secret, email).toString();

/**
 * The number of the half minute that a code stands for; nothing for a wrong one. Who keeps it takes no code twice. `at` is
 * the real time in epoch milliseconds: telephones know no other.
 */
export function stepOf({
  secret,
  code,
  at,
}: {
  secret: string;
  code: string;
  at: number;
}): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: at, window: around });
  return delta === null ? undefined : Math.floor(at / periodMs) + delta;
}

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: periodMs / 1000,
  });
