import type { Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { staffOf } from '../session.ts';
import { valuesOf } from '../settings/people/view.ts';
import { ProfilePage, type ProfileView, profileUrl } from './profile-page.tsx';

/** The reader's own page, as he is or as he has typed. */
export function showProfile(deps: Deps, visit: Visit, view: Partial<ProfileView>, status = 200) {
  const context = deskContext({ deps, ...visit, url: profileUrl });
  const values = valuesOf(staffOf(visit.request));
  return sendPage(visit.reply, ProfilePage({ view: { values, ...view, context } }), status);
}
