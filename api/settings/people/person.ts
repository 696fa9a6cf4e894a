import { Type } from 'typebox';
import { mailTopics } from '../../../deal/mails/topics.ts';
import { languages } from '../../../deal/people.ts';
import { deskRoles } from '../../../shared/models/staff.ts';
import { type Person, stateOf } from '../../desk/settings/people/people.ts';
import { moment, words } from '../schemas.ts';

/** What an admin says of somebody. */
export const editable = {
  name: Type.String(),
  roles: Type.Array(Type.Enum([...deskRoles]), {
    description: 'One at least. A program makes nobody an `admin`',
  }),
  language: Type.Enum([...languages]),
  timeZone: words('IANA name, such as `Asia/Tokyo`'),
  lead: Type.Optional(words('Address of who is told what this person does not answer in time')),
};

export const muted = Type.Enum([...mailTopics]);

export const personSchema = Type.Object({
  staffId: Type.String(),
  email: Type.String(),
  ...editable,
  state: Type.Enum(['active', 'invited', 'inactive']),
  away: Type.Optional(Type.Object({ until: moment, standIn: words('Address of the colleague') })),
  muted: Type.Array(muted, {
    description:
      'What this person has no mails about. Of `inquiries`, `buyers`, `approvals` and `troubles` somebody is told even so',
  }),
  secondFactor: Type.Optional(Type.Object({ since: moment, recoveryLeft: Type.Integer() })),
  lastSignInAt: Type.Optional(moment),
});

/** Somebody, for programs. */
export function personAnswer(person: Person) {
  const { staffId, email, name, roles, language, timeZone, lead, away, secondFactor, lastSignInAt } = person;
  const { muted = [] } = person;
  return {
    ...{ staffId, email, name, roles, language, timeZone, lead, muted },
    state: stateOf(person),
    ...(away && { away: { until: away.until.toISOString(), standIn: away.standIn } }),
    ...(secondFactor && { secondFactor: { ...secondFactor, since: secondFactor.since.toISOString() } }),
    ...(lastSignInAt && { lastSignInAt: lastSignInAt.toISOString() }),
  };
}
