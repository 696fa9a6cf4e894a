import { Type } from 'typebox';
import { keysOf } from '../../deal/keys-of.ts';
import { languages } from '../../deal/people.ts';
import { stages } from '../../deal/stages.ts';
import { attentions, listSorts } from '../../shared/models/deal-list.ts';
import { longestSearch } from '../../shared/search/words.ts';
import { problemAnswers } from '../deals/schemas.ts';
import { endings, me, nobody } from '../desk/deals/filter.ts';
import { longestOfView } from '../desk/deals/views/saved-views.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const closed = { additionalProperties: false };

const filter = Type.Object(
  {
    q: Type.Optional(words(longestSearch)),
    stage: Type.Optional({
      ...Type.Enum([...stages, 'all', 'closed']),
      description: 'The open ones without it; a search looks everywhere',
    }),
    owner: Type.Optional({
      ...words(254),
      description: `An address; \`${nobody}\`: nobody; \`${me}\`: whoever looks`,
    }),
    attention: Type.Optional(Type.Enum([...attentions])),
    ends: Type.Optional({
      ...Type.Enum([...endings]),
      description: 'Before today, or within a week or 30 days',
    }),
    language: Type.Optional(Type.Enum([...languages])),
    sort: Type.Optional(Type.Enum(keysOf(listSorts))),
    look: Type.Optional({ ...Type.Enum(['board']), description: 'How the desk shows it' }),
  },
  closed,
);

const name = words(longestOfView.name);
const shared = Type.Boolean({ description: 'Everybody sees it' });
const viewId = Type.String({ description: '`view` of `/api/deals`, and `/desk/views/{viewId}`' });

export const viewBody = Type.Object({ name, filter, shared: Type.Optional(shared) }, closed);
export const viewParams = Type.Object({ viewId: words(100) });
export const viewsAnswer = {
  200: Type.Object({
    views: Type.Array(Type.Object({ viewId, name, filter, shared, isOwn: Type.Boolean() })),
  }),
  ...problemAnswers,
};
export const savedAnswer = { 200: Type.Object({ viewId }), ...problemAnswers };
export const removedAnswer = { 204: Type.Null(), ...problemAnswers };
