import { parseArgs } from 'node:util';
import type { ClientSession } from 'mongoose';
import { canonicalEmail, isEmail } from '../../deal/contract/email.ts';
import { type Language, languages } from '../../deal/people.ts';
import { passwordLength, passwordProblem } from '../../shared/accounts/password-rule.ts';
import type { Database } from '../../shared/models/database.ts';
import { type DeskRole, deskRoles } from '../../shared/models/staff.ts';
import { type Done, differing, recordChange } from './settings/changes/record-change.ts';
import { factsOf } from './settings/people/people.ts';
import { addStaff, listStaff, type NewStaff, setStaffPassword } from './staff.ts';

const usage = `npm run staff -- add --email anna@example.com --name "Anna Abe" --roles sales,approver,support,admin
                     [--language en|ja] [--time-zone Asia/Tokyo, the vendor's without it] [--lead boss@example.com]
npm run staff -- password --email anna@example.com
npm run staff -- remove --email anna@example.com
npm run staff -- list

add and password read the password from standard input, end the person's sign-ins and take away a second factor. add with the same
address again changes the person's name, roles, lead and password. The lead is told what this person does
not answer in time; without one, all of sales are. The first admin invites everybody else at the desk.
The database is the one of MONGODB_URI.
`;

type Given = ReturnType<typeof readArguments>['values'];

/** What the command needs of the process that it runs in. */
export interface Terminal {
  /** What is typed, or comes from standard input. */
  askPassword: (prompt: string) => Promise<string>;
  withDatabase: (work: (db: Database) => Promise<string>) => Promise<string>;
  /** Where the vendor works: the zone of whoever is given none. */
  vendorTimeZone: () => string;
  /** Business time, ISO. */
  now: () => string;
}

/** The command `npm run staff`: who may work at the desk. Gives what to print; throws what to do when nothing was done. */
export async function staffCommand(args: string[], terminal: Terminal): Promise<string> {
  const { values, positionals } = readArguments(args);
  const [command, ...more] = positionals;
  if (more.length > 0) throw new Error(`What is “${more.join(' ')}”? Write a name with spaces in quotes.`);
  const { withDatabase } = terminal;
  switch (command) {
    case 'add': {
      const person = await newStaffFrom(values, terminal);
      return withDatabase(db => add(db, { person, terminal }));
    }
    case 'password': {
      const email = emailFrom(values);
      return withDatabase(db => changePassword(db, { email, terminal }));
    }
    case 'remove': {
      const email = emailFrom(values);
      return withDatabase(db => remove(db, { email, terminal }));
    }
    case 'list':
      return withDatabase(list);
    default:
      throw new Error(usage);
  }
}

function readArguments(args: string[]) {
  const one = { type: 'string' } as const;
  const options = { email: one, name: one, roles: one, language: one, 'time-zone': one, lead: one };
  return parseArgs({ args, options, allowPositionals: true });
}

/** Everything is checked before the database is opened, and before a password is asked for. */
async function newStaffFrom(given: Given, terminal: Terminal): Promise<NewStaff> {
  const email = emailFrom(given);
  const name = given.name?.trim();
  if (!name) throw new Error('Give the name with --name "Anna Abe".');
  const roles = rolesFrom(given);
  const language = languageFrom(given);
  const timeZone = timeZoneFrom(given) ?? terminal.vendorTimeZone();
  const lead = leadFrom(given, email);
  return {
    email,
    name,
    roles,
    language,
    timeZone,
    lead,
    password: await passwordFor({ email, name }, terminal),
  };
}

function emailFrom(given: Given): string {
  const email = canonicalEmail(given.email ?? '');
  if (isEmail(email)) return email;
  throw new Error('Give an e-mail address with --email anna@example.com.');
}

function rolesFrom({ roles = '' }: Given): DeskRole[] {
  const named = [...new Set(roles.split(',').map(role => role.trim()))];
  const known = deskRoles.filter(role => named.includes(role));
  if (known.length === named.length) return known;
  throw new Error(`Give the roles with --roles, separated by commas: ${deskRoles.join(', ')}.`);
}

function languageFrom({ language = 'en' }: Given): Language {
  const known = languages.find(each => each === language);
  if (known) return known;
  throw new Error(`--language is one of ${languages.join(', ')}.`);
}

function timeZoneFrom({ 'time-zone': timeZone = '' }: Given): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new Error(`--time-zone ${timeZone} is not known. Write it as Asia/Tokyo.`, { cause });
  }
}

function leadFrom(given: Given, email: string): string | undefined {
  if (given.lead === undefined) return undefined;
  const lead = canonicalEmail(given.lead);
  if (isEmail(lead) && lead !== email) return lead;
  throw new Error("--lead is another person's e-mail address, such as boss@example.com.");
}

async function passwordFor(
  { email, name }: { email: string; name: string },
  { askPassword }: Terminal,
): Promise<string> {
  const password = await askPassword(`Password for ${email} (not shown): `);
  if (!(await passwordProblem(password, { email, accountName: name }))) return password;
  throw new Error(
    `The password must have ${passwordLength.min} to ${passwordLength.max} characters and be hard to guess.`,
  );
}

async function add(
  db: Database,
  { person, terminal }: { person: NewStaff; terminal: Terminal },
): Promise<string> {
  const { email } = person;
  await recorded(db, terminal, async session => {
    const known = await db.staff.findOne({ email }).session(session).lean();
    const id = await addStaff(db, person, session);
    // Whoever knew the old password is out.
    await db.webSessions.deleteMany({ 'data.staffId': id }, { session });
    const after = factsOf({
      ...person,
      language: person.language ?? 'en',
      timeZone: person.timeZone ?? 'UTC',
    });
    if (!known) return { what: 'staffAdded', about: email, after };
    return { what: 'staffChanged', about: email, ...differing(factsOf(known), after) };
  });
  return `${email} can sign in at the desk as ${person.roles.join(' and ')}.${await aboutLead(db, person)}`;
}

async function aboutLead(db: Database, { lead }: NewStaff): Promise<string> {
  if (!lead || (await db.staff.exists({ email: lead, active: true }))) return '';
  return `\n${lead} does not work at the desk yet: until then all of sales are told instead.`;
}

/** For somebody who has forgotten his, or whose password somebody else may know. */
async function changePassword(
  db: Database,
  { email, terminal }: { email: string; terminal: Terminal },
): Promise<string> {
  const person = await db.staff.findOne({ email, active: true }, { name: 1 }).lean();
  if (!person) throw unknown(email);
  const password = await passwordFor({ email, name: person.name }, terminal);
  await recorded(db, terminal, async session => {
    await setStaffPassword(db, { email, password }, session);
    await db.webSessions.deleteMany({ 'data.staffId': String(person._id) }, { session });
    return { what: 'staffPasswordChanged', about: email };
  });
  return `${email} has a new password. Whoever was signed in with the old one is out.`;
}

function unknown(email: string): Error {
  return new Error(`Nobody with ${email} works at the desk. npm run staff -- list shows who does.`);
}

async function remove(
  db: Database,
  { email, terminal }: { email: string; terminal: Terminal },
): Promise<string> {
  await recorded(db, terminal, async session => {
    const found = await db.staff.findOneAndUpdate(
      { email, active: true },
      { $set: { active: false } },
      { session },
    );
    if (!found) throw unknown(email);
    await db.webSessions.deleteMany({ 'data.staffId': String(found._id) }, { session });
    return { what: 'staffDeactivated', about: email };
  });
  return `${email} cannot sign in any more. What the person did stays in the timelines.`;
}

/** Who runs the command is known to the machine alone. */
const operator = { id: 'npm run staff', name: 'npm run staff' };

async function recorded(
  db: Database,
  { now }: Terminal,
  change: (session: ClientSession) => Promise<Done>,
): Promise<void> {
  await recordChange(db, { by: operator, at: now() }, change);
}

async function list(db: Database): Promise<string> {
  const staff = await listStaff(db);
  const lines = staff.map(({ email, name, roles, language, timeZone, lead }) =>
    [email, name, roles.join(','), language, timeZone, ...(lead ? [`lead ${lead}`] : [])].join('\t'),
  );
  return lines.length > 0
    ? lines.join('\n')
    : 'Nobody works at the desk yet. Begin with npm run staff -- add.';
}
