import type { Deal } from '../../deal/deal.ts';
import type { User } from '../../shared/accounts/accounts.ts';
import type { SetupSession } from '../../shared/models/setup-session.ts';

/** The pages of the set-up in their order. */
export const setupPages = [
  'register',
  'check-mail',
  'business/1',
  'business/2',
  'organization',
  'progress',
] as const;
export type SetupPage = (typeof setupPages)[number];

export const setupPath = (
  sessionId: string,
  page?: SetupPage | 'sign-in' | 'forgot-password' | 'hand-over',
) => (page ? `/setup/${sessionId}/${page}` : `/setup/${sessionId}`);

/** How far somebody has come. */
interface Standing {
  session: Pick<SetupSession, 'chosen'>;
  user?: User;
  /** The user belongs to an organization already: the vendor knows him. */
  isKnown: boolean;
  deal?: Deal;
  request: { session: { signUp?: unknown } };
}

/** Where the set-up goes on: derived from what is known, so that leaving half-way loses nothing. */
export function nextPage({ session, user, isKnown, deal, request }: Standing): SetupPage {
  if (deal?.link || deal?.closed || session.chosen) return 'progress';
  if (!user) return request.session.signUp ? 'check-mail' : 'register';
  if (isKnown) return 'organization';
  const { companyName, country, jobTitle, teamSize } = user.profile;
  if (!companyName || !country) return 'business/1';
  if (!jobTitle || !teamSize) return 'business/2';
  return 'organization';
}

/** Choosing an organization has its turn, or nothing is linked yet, or the one that was chosen could not be. */
export function mayChoose(setup: Standing): boolean {
  const { session, deal } = setup;
  if (nextPage(setup) === 'organization') return true;
  if (!deal?.link) return session.chosen !== undefined && !deal?.closed;
  return deal.stuck.some(each => each.cure === 'linkOrganization');
}
