import { needsSecondFactor } from '../../../shared/second-factor/needs-one.ts';
import type { Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { staffOf } from '../session.ts';
import { listPeople, personBy } from '../settings/people/people.ts';
import { valuesOf } from '../settings/people/view.ts';
import { ProfilePage, type ProfileView, profileUrl } from './profile-page.tsx';

/** The reader's own page, as he is or as he has typed. */
export async function showProfile(deps: Deps, visit: Visit, view: Partial<ProfileView>, status = 200) {
  const context = deskContext({ deps, ...visit, url: profileUrl });
  const staff = staffOf(visit.request);
  const { staffId } = staff;
  const [person, people] = await Promise.all([personBy(deps, staffId), listPeople(deps.db)]);
  const needsFactor = needsSecondFactor(deps.config, staff);
  const shown = { values: valuesOf(person), ...view, context, person, people, needsFactor };
  return sendPage(visit.reply, ProfilePage({ view: shown }), status);
}
