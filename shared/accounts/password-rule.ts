import { canonicalEmail } from './email-address.ts';

export const passwordLength = { min: 12, max: 200 } as const;

export type PasswordProblem = 'passwordTooShort' | 'passwordTooLong' | 'passwordIsName' | 'passwordCommon';

/** Passwords of twelve characters and more that stand in every list of stolen ones. */
const commonest = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456789123',
  '123456123456',
  '012345678901',
  '098765432109',
  '123412341234',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u8i',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'qazwsxedcrfv',
  'abcdefghijkl',
  'abcdefghijklm',
  'abcd12345678',
  'asdfghjkl123',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiop[]',
  'qwertyuiopasdfghjkl',
  'qwerty123456',
  'qwerty12345678',
  'password1234',
  'password12345',
  'password123456',
  'password123!',
  'passwordpassword',
  'p@ssw0rd1234',
  'iloveyou1234',
  'iloveyouforever',
  'welcome12345',
  'letmein12345',
  'administrator',
  'administrator1',
  'admin1234567',
  'changeme1234',
  'unbelievable',
  'correcthorsebatterystaple',
  'manchesterunited',
]);

/** Why a password cannot be taken. Length is what counts; nobody is made to use odd characters (NIST SP 800-63B). */
export function passwordProblem(
  password: string,
  { email, accountName }: { email: string; accountName: string },
): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < passwordLength.min) return 'passwordTooShort';
  if (length > passwordLength.max) return 'passwordTooLong';
  const plain = password.normalize('NFKC').toLowerCase();
  const address = canonicalEmail(email);
  const names = [address, address.split('@')[0], accountName.normalize('NFKC').trim().toLowerCase()];
  if (names.includes(plain)) return 'passwordIsName';
  return commonest.has(plain) || new Set(plain).size < 4 ? 'passwordCommon' : undefined;
}
