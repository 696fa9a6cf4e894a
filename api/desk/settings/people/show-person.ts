import type { Deps } from '../../../deps.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { newestChange } from '../changes/since.ts';
import { factsChangedSince } from './change-people.ts';
import { listPeople, personBy } from './people.ts';
import { PersonPage } from './person-page.tsx';
import { type Back, doneNames, type PersonView, personUrl, valuesOf } from './view.ts';

type Shown = Partial<Pick<PersonView, 'values' | 'typed'>> &
  Back & {
    staffId: string;
    done?: string;
    /** The newest change that the reader knew when he pressed. */
    hadSeen?: number;
  };

/** The page of one person, as he is or as he was typed. Throws the Problem notFound for an id that nobody has. */
export async function showPerson(
  deps: Deps,
  visit: Visit,
  { staffId, done: asked, hadSeen, ...view }: Shown,
  status = 200,
) {
  // The number first: what is changed after it is noticed when the form comes.
  const seen = await newestChange(deps.db);
  const [person, people] = await Promise.all([personBy(deps, staffId), listPeople(deps.db)]);
  const context = deskContext({ deps, ...visit, url: personUrl(staffId) });
  const done = doneNames.find(each => each === asked);
  const meanwhile =
    hadSeen === undefined ? [] : await factsChangedSince(deps.db, { email: person.email, seen: hadSeen });
  const shown = { values: valuesOf(person), ...view, context, people, person, done, seen, meanwhile };
  const page = PersonPage({ view: shown });
  return sendPage(visit.reply, page, status);
}
