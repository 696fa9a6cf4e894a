import type { Opening } from '../../deal/contract/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { Entry } from '../../deal/events.ts';

/** What a deal was opened with, as its first line says. Throws when that is missing. */
export function openingIn([first]: Entry[]): Pick<Opening, 'inquiry' | 'policy'> & Pick<Entry, 'at'> {
  const { event, at, seq } = first ?? {};
  if (at === undefined || seq !== 1) throw new Error('the first line of the timeline is missing');
  if (event?.type !== 'inquiryReceived' && event?.type !== 'purchaseOpened')
    throw new Error(`no deal begins with ${event?.type}`);
  const { inquiry, policy } = event;
  return { inquiry, policy, at };
}

/** The deal that all of its lines tell. Throws when one is missing. */
export function dealToldBy(dealId: string, entries: Entry[]): Deal {
  const gap = entries.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) throw new Error(`line ${gap + 1} of the timeline is missing`);
  return entries.reduce(dealDecider.evolve, dealDecider.initial({ dealId, ...openingIn(entries) }));
}
