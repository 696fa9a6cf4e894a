import type { Stuck } from '../../../deal/deal.ts';
import { count } from './days.ts';

export const stuckNotice = {
  subject: (deal: { company: string; reason: string }) => `Stuck: ${deal.company}. ${deal.reason}`,
  title: 'This deal needs you',
  preheader: (reason: string) => reason,
  intro: (company: string) => `The deal with ${company} cannot go on by itself.`,
  cures: {
    retryStep: 'Correct the cause, then press “Try again” in the deal.',
    proposeTerms: 'Propose corrected terms in the deal. The offer is then created by itself.',
    assignOwner: 'Assign an owner in the deal.',
    linkOrganization: 'Ask the buyer to choose another organization on the set-up page.',
    changeContact: 'Correct the address in the deal, or send the mail again once the mailbox works.',
    callBuyer: 'Call the buyer and help with the set-up. Then press “Try again” in the deal.',
  } satisfies Record<Stuck['cure'], string> as Record<Stuck['cure'], string>,
  /** In place of the first words, once a day has gone by. */
  still: (days: number) => ({
    subject: (deal: { company: string; reason: string }) => `Still stuck: ${deal.company}. ${deal.reason}`,
    title: 'This deal still needs you',
    intro: (company: string) =>
      `The deal with ${company} has been stuck for ${count(days, 'day')}. It cannot go on by itself.`,
  }),
};
