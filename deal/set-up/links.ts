import type { Deal, EndingLink, Link, LinkKnower } from '../deal.ts';
import { endingOf, isOvertaken } from '../steps.ts';

/** Which link an outcome is about, and of which revision of the deal. */
interface Outcome {
  organizationId: string;
  revision: number;
}

/** The deal under another link; the one before, if there is one, ends first. */
export function linkedTo(deal: Deal, link: Omit<Link, 'fromRevision'>): Deal {
  const { unlinked, ...rest } = withoutLink(deal);
  // Accounts and product know the revision of a link that has ended.
  const fromRevision = unlinked ? rest.revision + 1 : rest.revision;
  const stuck = rest.stuck.filter(each => each.cure !== 'linkOrganization' && each.step !== 'setUp');
  return withoutOvertaken({ ...rest, stuck, revision: fromRevision, link: { ...link, fromRevision } });
}

/** The deal without a link; what accounts and product know of it is undone. */
export function withoutLink(deal: Deal): Deal {
  const { link, ...rest } = deal;
  if (!link) return deal;
  const ending = endingOf(deal, link);
  const endingLinks = ending.todo.length > 0 ? [...deal.endingLinks, ending] : deal.endingLinks;
  return withoutOvertaken({ ...rest, endingLinks, revision: deal.revision + 1 });
}

const withoutOvertaken = (deal: Deal): Deal => ({
  ...deal,
  stuck: deal.stuck.filter(({ step }) => !isOvertaken(deal, step)),
});

/** Accounts or product have heard of the end of a link: of one that was moved or ended, or of the present one. */
export function withEnd(deal: Deal, outcome: Outcome, who: LinkKnower): Deal | undefined {
  if (!deal.endingLinks.some(ending => isEnd(ending, outcome))) return undefined;
  const endingLinks = deal.endingLinks
    .map(ending => (isEnd(ending, outcome) ? without(ending, who) : ending))
    .filter(({ todo }) => todo.length > 0);
  return { ...deal, endingLinks };
}

const isEnd = (ending: EndingLink, { organizationId, revision }: Outcome) =>
  ending.organizationId === organizationId && ending.revision === revision;

const without = (ending: EndingLink, who: LinkKnower): EndingLink => ({
  ...ending,
  todo: ending.todo.filter(each => each !== who),
});

/** What has become of the present link. An outcome of one before it changes nothing. */
export function withLink(deal: Deal, { organizationId, revision }: Outcome, change: Partial<Link>): Deal {
  const { link } = deal;
  const isPresent = link?.organizationId === organizationId && revision >= link.fromRevision;
  return link && isPresent ? { ...deal, link: { ...link, ...change } } : deal;
}
