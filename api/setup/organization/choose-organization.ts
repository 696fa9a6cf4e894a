import { commandIds } from '../../../deal/keys.ts';
import type { Organization, User } from '../../../shared/accounts/accounts.ts';
import { choiceCommand, noteSent } from '../../../shared/accounts/choice.ts';
import type { ChosenOrganization, SetupSession } from '../../../shared/models/setup-session.ts';
import type { Deps } from '../../deps.ts';
import { type Answer, askDeal } from '../../service/ask.ts';

export interface Choice {
  sessionId: string;
  organization: Organization;
  user: User;
  commandId: string;
}

/**
 * Keeps which organization is to be billed and asks the deal to link it. Without an answer the purchase is not matched
 * with a deal yet; the choice is sent as soon as it is. Throws the Problem temporalUnavailable, with nothing chosen.
 */
export async function chooseOrganization(deps: Deps, choice: Choice): Promise<Answer | undefined> {
  const { sessionId, organization, user, commandId } = choice;
  const chosen: ChosenOrganization = {
    organizationId: organization.organizationId,
    organizationName: organization.name,
    userId: user.userId,
    commandId,
    waits: true,
  };
  await deps.db.setupSessions.updateOne({ _id: sessionId }, { chosen });
  try {
    const answer = await sendChosenOrganization(deps, sessionId);
    if (!answer) await showAgain(deps, sessionId);
    if (answer?.state === 'refused') await forget(deps, choice);
    return answer;
  } catch (error) {
    await forget(deps, choice);
    throw error;
  }
}

/**
 * Sends the choice of a set-up session to its deal, when both are known. A deal that learns of its registration later
 * takes the waiting choice itself (activities/record.ts). Sending again changes nothing.
 */
async function sendChosenOrganization(deps: Deps, sessionId: string): Promise<Answer | undefined> {
  const session = await deps.db.setupSessions.findById(sessionId).lean();
  if (!session?.dealId || !session.chosen) return undefined;
  const user = await deps.accounts.findUser(session.chosen.userId);
  if (!user) return undefined;
  const { commandId, by, at: _now, ...body } = choiceCommand(session.chosen, { user, at: deps.now() });
  const answer = await askDeal(deps, { dealId: session.dealId, commandId, by, body });
  await noteSent(deps.db, { sessionId, commandId });
  return answer;
}

/** Somebody waits for his purchase, so staff see his arrival although they have dismissed it. */
async function showAgain({ db }: Deps, setupSessionId: string): Promise<void> {
  await db.registrations.updateOne(
    { setupSessionId, dealId: { $exists: false } },
    { $unset: { dismissed: '' } },
  );
}

async function forget({ db }: Deps, { sessionId, commandId }: Choice): Promise<void> {
  await db.setupSessions.updateOne(
    { _id: sessionId, 'chosen.commandId': commandId },
    { $unset: { chosen: true } },
  );
}

/** A form's nonce as the id of a command, apart from the commands of every other session. */
export const commandIdIn = ({ _id }: SetupSession, nonce: string) => commandIds.choice(_id, nonce);
