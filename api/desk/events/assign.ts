import type { Command } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { Actor } from '../../../deal/people.ts';
import type { RefusalCode } from '../../../deal/refusals.ts';
import { arrivalCommand } from '../../../shared/marketplace/arrival.ts';
import { tellOfArrival } from '../../../shared/marketplace/arrivals.ts';
import { newsAsCommand } from '../../../shared/marketplace/inbox.ts';
import { agreementOf, type MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';
import { Problem } from '../../../shared/problems.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import type { Deps } from '../../deps.ts';
import { askDeal } from '../../service/ask.ts';

/** A person's word that something belongs to a deal. */
export interface Decision {
  deal: Deal;
  by: Actor;
  /** What the deal's timeline says of it. */
  note: string;
  /** The id of the note's command. */
  commandId: string;
}

/** `commandId`: what the deal was told, to be looked for in its timeline. `taken`: somebody was quicker. */
export type Assigned =
  | { state: 'told'; commandId: string }
  | { state: 'refused'; code: RefusalCode }
  | { state: 'taken' };

/**
 * Gives an event to a deal, with a note of who did it before it. Nothing is sent when the deal would refuse it.
 * Throws the Problems refused (the deal has just ended) and temporalUnavailable; then it can be tried again.
 */
export async function assignEvent(
  deps: Deps,
  { event, ...decision }: Decision & { event: MarketplaceEvent },
): Promise<Assigned> {
  const { deal } = decision;
  const command = commandFor(event, deal);
  const refusal = command && dealDecider.decide(deal, command, deps.now());
  if (!command || refusal) return { state: 'refused', code: refusal?.code ?? 'malformed' };
  if (!(await claim(deps, { event, ...decision }))) return decidedOtherwise(deps, { deal, command });
  await writeNote(deps, decision).catch(async error => {
    await release(deps, event);
    throw error;
  });
  // From here on the deal may have it, so that nobody can give it to another one, whatever fails.
  if ((await signalDeal(deps.temporal, deal.dealId, command)) === 'gone') {
    await release(deps, event);
    throw new Problem('refused');
  }
  const { dealId } = deal;
  const undecided = { _id: event._id, state: 'waiting' as const, refusedBy: { $ne: dealId } };
  await deps.db.events.updateOne(undecided, { $set: { dealId } });
  return { state: 'told', commandId: command.commandId };
}

function commandFor(event: MarketplaceEvent, deal: Deal): Command | undefined {
  const command = newsAsCommand(event);
  if (command?.type !== 'agreementEvent' || !deal.agreement || !followsPresent(command, deal)) return command;
  return { ...command, previousAgreementId: deal.agreement.agreementId };
}

/**
 * An agreement that is active follows the one that the deal has: a person says that it belongs there. One of another account
 * is another purchase, and would take the place of what this one's buyer has paid for.
 */
export function followsPresent(
  { agreementId, status, awsAccountId }: { agreementId?: string; status?: string; awsAccountId?: string },
  { agreement, formerAgreements }: Deal,
): boolean {
  if (!agreement || !agreementId || status !== 'ACTIVE') return false;
  if (awsAccountId && agreement.awsAccountId && awsAccountId !== agreement.awsAccountId) return false;
  return ![agreement.agreementId, ...formerAgreements].includes(agreementId);
}

/**
 * Only one deal ever gets what AWS says of one agreement. Once it may have been sent to a deal, nobody can send it to
 * another one; the same person or a colleague can send it to the same deal again.
 */
async function claim(
  deps: Deps,
  { event, deal: { dealId }, by }: Decision & { event: MarketplaceEvent },
): Promise<boolean> {
  const { db, now } = deps;
  const free = [{ handled: { $exists: false } }, { 'handled.dealId': dealId }];
  const claimed = await db.events.updateOne(
    { _id: event._id, state: 'waiting', $or: free },
    { $set: { handled: { by, at: now(), dealId } } },
  );
  if (claimed.matchedCount === 0) return false;
  // Looked for after the claim: of two people at the same moment at least one sees the other's.
  const isOthers = await claimedFor(deps, { event, otherThan: dealId });
  if (isOthers) await release(deps, event);
  return !isOthers;
}

/** True when something else of the same agreement has been given to a deal; to a certain one, or to any. */
export async function claimedFor(
  { db }: Deps,
  { event, otherThan }: { event: MarketplaceEvent; otherThan?: string },
): Promise<boolean> {
  const agreementId = agreementOf(event);
  const another = { $exists: true, $ne: otherThan };
  const found = await db.events.exists({
    state: { $in: ['waiting', 'routed'] },
    keys: agreementId,
    'notice.agreementId': agreementId,
    $or: [{ 'handled.dealId': another }, { dealId: another }, { sentTo: another }],
  });
  return Boolean(agreementId && found);
}

/** The same decision twice, such as a button pressed twice, is no other decision. */
async function decidedOtherwise(
  { db }: Deps,
  { deal, command }: { deal: Deal; command: Command },
): Promise<Assigned> {
  const { commandId } = command;
  const same = await db.events.exists({ _id: commandId, dealId: deal.dealId });
  return same ? { state: 'told', commandId } : { state: 'taken' };
}

async function release({ db }: Deps, { _id }: MarketplaceEvent): Promise<void> {
  await db.events.updateOne({ _id, state: 'waiting' }, { $unset: { handled: '' } });
}

async function writeNote(deps: Deps, { deal, by, note, commandId }: Decision): Promise<void> {
  const body = { type: 'addNote', text: note } as const;
  const answer = await askDeal(deps, { dealId: deal.dealId, body, by, commandId });
  if (answer.state === 'refused') throw new Problem('refused');
}

/**
 * Tells a deal that it is its buyer who arrived, with a note of who said so before it.
 * Throws the Problems refused and temporalUnavailable; then it can be tried again.
 */
export async function assignArrival(
  deps: Deps,
  { arrival, ...decision }: Decision & { arrival: RegistrationRecord },
): Promise<Assigned> {
  const { deal } = decision;
  const command = arrivalCommand(arrival);
  if (arrival.dealId === deal.dealId) return { state: 'told', commandId: command.commandId };
  const holder = arrival.dealId ?? arrival.sentTo ?? deal.dealId;
  if (holder !== deal.dealId || arrival.dismissed) return { state: 'taken' };
  const refusal = dealDecider.decide(deal, command, deps.now());
  if (refusal) return { state: 'refused', code: refusal.code };
  await writeNote(deps, decision);
  const signal = (dealId: string, told: Command) => signalDeal(deps.temporal, dealId, told);
  const told = await tellOfArrival({ db: deps.db, signal }, { registration: arrival, dealId: deal.dealId });
  if (told === 'gone') throw new Problem('refused');
  return { state: 'told', commandId: command.commandId };
}
