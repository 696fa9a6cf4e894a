import type { Command } from '../../deal/commands.ts';
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
