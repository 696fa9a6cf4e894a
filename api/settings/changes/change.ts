import { Type } from 'typebox';
import { type DeskChange, deskChangeKinds } from '../../../shared/models/desk/desk-change.ts';
import { moment, words } from '../schemas.ts';

const fields = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Array(Type.String()), Type.Boolean()]),
  { description: 'Field by field; secrets are never among them' },
);

/** One change, for programs. */
export const changeSchema = Type.Object({
  number: Type.Integer({ description: '1, 2, 3 … without a gap' }),
  at: moment,
  by: Type.Object({
    id: words('The address of a person, `api:` and the name of a program, or a command'),
    name: Type.String(),
  }),
  what: Type.Enum([...deskChangeKinds]),
  about: words('The address of the person, or the name of the thing, that was changed'),
  before: Type.Optional(fields),
  after: Type.Optional(fields),
});

export function changeAnswer({ _id, at, by: { id, name }, what, about, before, after }: DeskChange) {
  return { number: _id, at: at.toISOString(), by: { id, name }, what, about, before, after };
}
