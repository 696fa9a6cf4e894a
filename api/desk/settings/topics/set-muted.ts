import { type MailTopic, mailTopics } from '../../../../deal/mails/topics.ts';
import type { Deps } from '../../../deps.ts';
import type { Asking } from '../changes/asking.ts';
import { differing } from '../changes/record-change.ts';
import { changeOne } from '../people/change-people.ts';

/** Somebody has no mails about these any more, and all others again. */
export function setMuted(
  deps: Pick<Deps, 'db' | 'now'>,
  staffId: string,
  { muted, ...asking }: Asking & { muted: readonly MailTopic[] },
) {
  const wanted = mailTopics.filter(topic => muted.includes(topic));
  return changeOne(deps, { staffId, ...asking }, async ({ email, muted: before = [] }, session) => {
    const changed = differing({ muted: before }, { muted: wanted });
    if (!changed) return undefined;
    await deps.db.staff.updateOne({ email }, { $set: { muted: wanted } }, { session });
    return { what: 'staffMuted', about: email, ...changed };
  });
}
