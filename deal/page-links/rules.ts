import type { Rules } from '../part.ts';
import { openStages } from '../stages.ts';
import { maySendLink, pageLinkOf } from './page-links.ts';

export type PageLinkCommand = 'renewPageLink' | 'withdrawPageLink' | 'askForPageLink' | 'pageOpened';

/** The private links to the buyer's page, one for each person. They end with the deal. */
export const pageLinkRules: Rules<PageLinkCommand> = {
  renewPageLink: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) => (pageLinkOf(deal, command.email) ? undefined : { code: 'noPageLink' }),
  },
  withdrawPageLink: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) => {
      const link = pageLinkOf(deal, command.email);
      if (!link) return { code: 'noPageLink' };
      return link.withdrawnAt ? { code: 'pageLinkWithdrawn' } : undefined;
    },
  },
  // Whoever has an old link asks for the person it was made for, and the mail goes to him.
  askForPageLink: {
    who: ['buyer'],
    stages: openStages,
    refuse: ({ deal, command, now }) => {
      const link = pageLinkOf(deal, command.by.id);
      if (!link) return { code: 'noPageLink' };
      return maySendLink(link, now) ? undefined : { code: 'pageLinkJustSent' };
    },
  },
  pageOpened: {
    who: ['buyer'],
    stages: openStages,
    refuse: ({ deal, command }) => (pageLinkOf(deal, command.by.id) ? undefined : { code: 'noPageLink' }),
  },
};
