import type { ClientSession } from 'mongoose';
import { newStaffLink, staffLinkGoodForDays } from '../../../../shared/accounts/staff-link.ts';
import { sendAccountMail } from '../../../../shared/mail/account-mail.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';
import { limitBy } from '../../../limits/limit-by.ts';
import type { Asking } from '../changes/asking.ts';
import { type Done, recordChange } from '../changes/record-change.ts';
import { makesAdmin, mayLead, type Why } from './change-people.ts';
import { type Editable, factsOf, findPerson, type Person, stateOf } from './people.ts';

/** Nobody's mailbox is filled by a form that is sent again and again. */
const limit = (deps: Pick<Deps, 'db'>) => limitBy(deps, { name: 'mails-staff', most: 10, minutes: 60 });

/**
 * Puts somebody on the list, and mails him a link with which he chooses a password and comes in. Throws the Problems
 * tooManyForAddress and temporalUnavailable; the same command again sends the same mail then, and no second one.
 */
export async function invite(
  deps: Deps,
  { person, email, ...asking }: Asking & { person: Editable; email: string },
): Promise<{ refused: Why } | undefined> {
  const { by, commandId } = asking;
  await limit(deps)(email);
  const refused = await recordChange<Why>(deps.db, { ...asking, at: deps.now() }, async session => {
    if (makesAdmin(person.roles, asking)) return { refused: 'adminByProgram' };
    if (await deps.db.staff.exists({ email }).session(session)) return { refused: 'known' };
    if (!(await mayLead(deps.db, { lead: person.lead, email, session }))) return { refused: 'unknownLead' };
    const invited = { ...person, email, active: false, invitedAt: new Date(deps.now()) };
    const [added] = await deps.db.staff.create([invited], { session });
    await putLink(deps, { staffId: String(added?._id), commandId, session });
    return { what: 'staffInvited', about: email, after: factsOf(person) };
  });
  if (refused) return refused;
  const invited = await deps.db.staff.findOne({ email }).lean();
  if (!invited) throw new Problem('badRequest');
  await mailLink(deps, { person: invited, by, commandId, isNew: true });
  return undefined;
}

/** Mails a link for a new password, or the invitation once more; a link that was mailed before no longer works. */
export async function sendLink(
  deps: Deps,
  staffId: string,
  asking: Asking,
): Promise<{ refused: Why } | undefined> {
  const { db, now } = deps;
  const { by, commandId } = asking;
  const person = await findPerson(db, staffId);
  if (!person) return { refused: 'notNow' };
  await limit(deps)(person.email);
  const refused = await recordChange<Why>(db, { ...asking, at: now() }, async session =>
    renewLink(deps, { staffId, by, commandId, session }),
  );
  if (refused) return refused;
  await mailLink(deps, { person, by, commandId, isNew: !person.hasPassword });
  return undefined;
}

interface Linking {
  staffId: string;
  commandId: string;
  session: ClientSession;
}

/** Somebody who has left without ever having had a password is invited anew. */
async function renewLink(
  deps: Deps,
  linking: Linking & Pick<Asking, 'by'>,
): Promise<Done | { refused: Why }> {
  const { staffId, session } = linking;
  const person = await findPerson(deps.db, staffId, session);
  if (!person || (!person.active && person.hasPassword)) return { refused: 'notNow' };
  const { email, active, roles } = person;
  if (stateOf(person) === 'inactive' && makesAdmin(roles, linking)) return { refused: 'adminByProgram' };
  if (!active)
    await deps.db.staff.updateOne({ email }, { $set: { invitedAt: new Date(deps.now()) } }, { session });
  await putLink(deps, linking);
  return { what: 'staffLinkSent', about: email };
}

/** The only one of this person. */
async function putLink({ db, config, now }: Deps, { staffId, commandId, session }: Linking): Promise<void> {
  const { tokenHash, expiresAt } = newStaffLink(config, { commandId, now: now() });
  await db.staffLinks.deleteMany({ staffId }, { session });
  await db.staffLinks.create([{ _id: commandId, tokenHash, staffId, expiresAt }], { session });
}

async function mailLink(
  deps: Deps,
  {
    person: { name, email, language, timeZone },
    by,
    commandId,
    isNew,
  }: Asking & { person: Pick<Person, 'name' | 'email' | 'language' | 'timeZone'>; isNew: boolean },
): Promise<void> {
  // Of another command that has replaced it, or of one whose link was used: nothing more is to be sent.
  const link = await deps.db.staffLinks.findById(commandId).lean();
  if (!link) return;
  const { linkUrl } = newStaffLink(deps.config, { commandId, now: deps.now() });
  await sendAccountMail(deps, {
    key: `staff-link:${commandId}`,
    template: isNew ? 'staffInvited' : 'staffPassword',
    to: { name, email, language },
    props: {
      name,
      timeZone,
      by: by.name,
      linkUrl,
      goodForDays: staffLinkGoodForDays,
      expiresAt: link.expiresAt.toISOString(),
    },
  });
}
