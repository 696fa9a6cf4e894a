import type { Command } from '../../deal/commands.ts';
import type { Database } from '../models/database.ts';
import type { ChosenOrganization } from '../models/setup-session.ts';
import type { User } from './accounts.ts';

/** What a buyer chose in a set-up session, as the command for its deal; the same however often it is sent. */
export function choiceCommand(chosen: ChosenOrganization, { user, at }: { user: User; at: string }): Command {
  const { organizationId, organizationName, commandId } = chosen;
  const { userId, accountName: name, email, language, timeZone } = user;
  return {
    type: 'linkOrganization',
    organizationId,
    organizationName,
    user: { userId, name, email, language, timeZone },
    commandId,
    by: { kind: 'buyer', id: email, name },
    at,
  };
}

/** The deal is sure to get this choice. */
export async function noteSent(
  { setupSessions }: Pick<Database, 'setupSessions'>,
  { sessionId, commandId }: { sessionId: string; commandId: string },
): Promise<void> {
  await setupSessions.updateOne(
    { _id: sessionId, 'chosen.commandId': commandId },
    { $unset: { 'chosen.waits': true } },
  );
}
