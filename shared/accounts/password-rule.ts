import { canonicalEmail } from '../../deal/contract/email.ts';

export const passwordLength = { min: 12, max: 200 } as const;

export type PasswordProblem = 'passwordTooShort' | 'passwordTooLong' | 'passwordIsName' | 'passwordCommon';

/** What stands in every text about good passwords, and therefore in every list of known ones. */
const wellKnown = ['correcthorsebatterystaple', 'correct horse battery staple'];
/** Of zxcvbn's 0 to 4: guessed in more than 10^8 tries, so that a stolen hash does not tell it soon. */
const leastScore = 3;

let estimator: ReturnType<typeof loadEstimator> | undefined;

/** The lists take a second and 40 MB, so they are loaded when the first password is chosen. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary, wellKnown };
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
}

/** Why a password cannot be taken. Length and rarity count; nobody is made to use odd characters (NIST SP 800-63B). */
export async function passwordProblem(
  password: string,
  { email, accountName }: { email: string; accountName: string },
): Promise<PasswordProblem | undefined> {
  const length = [...password].length;
  if (length < passwordLength.min) return 'passwordTooShort';
  if (length > passwordLength.max) return 'passwordTooLong';
  const plain = password.normalize('NFKC').toLowerCase();
  const address = canonicalEmail(email);
  const names = [address, address.split('@')[0] ?? '', accountName.normalize('NFKC').trim().toLowerCase()];
  if (names.includes(plain)) return 'passwordIsName';
  estimator ??= loadEstimator();
  const { score } = (await estimator).check(plain, names);
  return score < leastScore ? 'passwordCommon' : undefined;
}
