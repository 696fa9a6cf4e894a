import type { CommandType } from '../../../../deal/commands.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { allowedCommands } from '../../../../deal/decider.ts';
import { isWithBuyer } from '../../../../deal/negotiation/proposals.ts';
import { actorOf, type StaffMember } from '../../staff.ts';

/** What this person may do with the deal now. Nobody can go on with a set-up that nobody has begun. */
export function allowedSteps(deal: Deal, staff: StaffMember): CommandType[] {
  const allowed = allowedCommands(deal, actorOf(staff));
  return deal.registration ? allowed : allowed.filter(type => type !== 'handOverSetUp');
}

const answers = { change: 'proposeTerms', moreTime: 'extendOffer', message: 'writeToBuyer' } as const;

/** Four eyes: who asked for the approval does not give it. */
export function askedHimself({ approval }: Deal, staff: StaffMember): boolean {
  return approval?.state === 'pending' && approval.requestedBy.id === staff.email;
}

/** The one step that brings the deal on, if it is the reader's to take. While the buyer is to answer there is none. */
export function primaryStep(deal: Deal, allowed: readonly CommandType[]): CommandType | undefined {
  const wanted: CommandType[] = [
    ...answersTo(deal),
    'approveOffer',
    ...(isWithBuyer(deal) ? [] : (['markNegotiationDone'] as const)),
    ...(isUnproposed(deal) ? (['proposeTerms'] as const) : []),
  ];
  return wanted.find(type => allowed.includes(type));
}

const isUnproposed = (deal: Deal) =>
  deal.stage === 'inquiry' || (deal.stage === 'negotiating' && !isWithBuyer(deal));

function answersTo({ request }: Deal): CommandType[] {
  if (!request) return [];
  return [answers[request.kind]];
}
