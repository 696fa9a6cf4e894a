import type { Deal, PageLink } from '../deal.ts';
import type { Evolution } from '../part.ts';
import { askedLately, newLink } from './page-links.ts';
import type { PageLinkCommand } from './rules.ts';

export const pageLinkEvolution: Evolution<PageLinkCommand> = {
  renewPageLink: (deal, { email }, entry) => withLink(deal, email, () => newLink(email, entry)),

  withdrawPageLink: (deal, { email }, { decidedAt }) =>
    withLink(deal, email, link => ({ ...link, withdrawnAt: decidedAt })),

  // A link that works is mailed as it is: whoever still has an older one cannot end it by asking.
  askForPageLink: (deal, _asked, entry) =>
    withLink(deal, entry.by.id, link => ({
      ...(link.withdrawnAt ? newLink(link.email, entry) : link),
      asked: [...askedLately(link, entry.decidedAt), entry.decidedAt],
    })),

  // Noted with the link of whoever has done it; see page-links.ts.
  pageOpened: deal => deal,
};

function withLink(deal: Deal, email: string, change: (link: PageLink) => PageLink): Deal {
  const isHis = (link: PageLink) => link.email === email.toLowerCase();
  return { ...deal, pageLinks: deal.pageLinks.map(link => (isHis(link) ? change(link) : link)) };
}
