import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { findPerson, listPeople } from './people.ts';
import { PersonPage } from './person-page.tsx';
import { type Back, doneNames, type PersonView, personUrl, valuesOf } from './view.ts';

type Shown = Partial<Pick<PersonView, 'values' | 'awayTyped'>> & Back & { staffId: string; done?: string };

/** The page of one person, as he is or as he was typed. Throws the Problem notFound for an id that nobody has. */
export async function showPerson(
  deps: Deps,
  visit: Visit,
  { staffId, done: asked, ...view }: Shown,
  status = 200,
) {
  const [person, people] = await Promise.all([findPerson(deps.db, staffId), listPeople(deps.db)]);
  if (!person) throw new Problem('notFound');
  const context = deskContext({ deps, ...visit, url: personUrl(staffId) });
  const done = doneNames.find(each => each === asked);
  const page = PersonPage({ view: { values: valuesOf(person), ...view, context, people, person, done } });
  return sendPage(visit.reply, page, status);
}
