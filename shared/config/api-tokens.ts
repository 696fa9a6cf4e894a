import { type StaffRole, staffRoles } from '../../deal/people.ts';
import { refuseWeak } from './reading/secrets.ts';

/** A program that may use the API. */
export interface Program {
  name: string;
  role: StaffRole;
  token: string;
}

/** The programs of API_TOKENS. Throws an Error that shows no token. */
export function programsFrom(written: string, name: string): Program[] {
  const programs = splitTokens(written).map(({ name: program, role, token }) => {
    const known = staffRoles.find(each => each === role);
    if (!program || !token || !known)
      throw new Error(
        `${name} must be name:role:token with commas between, the role one of ${staffRoles.join(', ')}.`,
      );
    return { name: program, role: known, token };
  });
  const twice = programs.find((each, index) => programs.findIndex(other => other.name === each.name) < index);
  if (twice)
    throw new Error(
      `${name} names ${twice.name} twice. Give each program a name of its own, for the timeline.`,
    );
  for (const { name: program, token } of programs)
    refuseWeak(token, { name: `${name}: the token of ${program}`, shortest: 16 });
  return programs;
}

/** The parts as they are written, good or not. */
export function splitTokens(written: string): { name: string; role: string; token: string }[] {
  return written
    .split(',')
    .map(each => each.trim())
    .filter(Boolean)
    .map(each => {
      const [name = '', role = '', ...token] = each.split(':');
      return { name, role, token: token.join(':') };
    });
}
