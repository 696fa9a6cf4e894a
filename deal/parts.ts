import { acceptanceEvolution } from './acceptance/evolution.ts';
import { acceptanceMails } from './acceptance/mails.ts';
import { acceptanceRules } from './acceptance/rules.ts';
import { careDeadlines } from './care/deadlines.ts';
import { careEvolution } from './care/evolution.ts';
import { careMails } from './care/mails.ts';
import { careRules } from './care/rules.ts';
import { conversationEvolution } from './conversation/evolution.ts';
import { conversationMails } from './conversation/mails.ts';
import { conversationRules } from './conversation/rules.ts';
import type { Deal } from './deal.ts';
import { negotiationDeadlines } from './negotiation/deadlines.ts';
import { negotiationEvolution } from './negotiation/evolution.ts';
import { negotiationMails } from './negotiation/mails.ts';
import { negotiationRules } from './negotiation/rules.ts';
import { changeSetDeadlines, offerDeadlines } from './offer/deadlines.ts';
import { offerEvolution, offerPassing } from './offer/evolution.ts';
import { offerMails } from './offer/mails.ts';
import { offerRules } from './offer/rules.ts';
import { pageLinkEvolution } from './page-links/evolution.ts';
import { pageLinkMails } from './page-links/mails.ts';
import { pageLinkRules } from './page-links/rules.ts';
import type { Mails, Passing } from './part.ts';
import type { ChangingKind } from './reminders/deadline.ts';
import type { Wish } from './reminders/wish.ts';
import { setUpDeadlines } from './set-up/deadlines.ts';
import { setUpEvolution, setUpPassing } from './set-up/evolution.ts';
import { setUpMails } from './set-up/mails.ts';
import { setUpRules } from './set-up/rules.ts';
import { termDeadlines } from './term/deadlines.ts';
import { termEvolution, termPassing } from './term/evolution.ts';
import { termMails } from './term/mails.ts';
import { termRules } from './term/rules.ts';

// The parts of a deal, in the order of its story. Whatever a part says of itself is put together here.

export const partRules = {
  ...conversationRules,
  ...negotiationRules,
  ...offerRules,
  ...acceptanceRules,
  ...setUpRules,
  ...termRules,
  ...careRules,
  ...pageLinkRules,
};

export const partEvolution = {
  ...conversationEvolution,
  ...negotiationEvolution,
  ...offerEvolution,
  ...acceptanceEvolution,
  ...setUpEvolution,
  ...termEvolution,
  ...careEvolution,
  ...pageLinkEvolution,
};

export const partPassing: Passing<ChangingKind> = { ...offerPassing, ...setUpPassing, ...termPassing };

/** All that is to happen by itself, as the deal is now. */
export const wishesOf = (deal: Deal): Wish[] => [
  ...negotiationDeadlines(deal),
  ...offerDeadlines(deal),
  ...setUpDeadlines(deal),
  ...termDeadlines(deal),
  ...careDeadlines(deal),
];

/** What is still to happen by itself once a deal is closed: what was begun comes to its end. */
export const wishesAfterwards = (deal: Deal): Wish[] => [...changeSetDeadlines(deal), ...careDeadlines(deal)];

export const partMails: readonly Mails[] = [
  conversationMails,
  negotiationMails,
  offerMails,
  acceptanceMails,
  setUpMails,
  termMails,
  careMails,
  pageLinkMails,
];
