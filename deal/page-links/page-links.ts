import { after, day, isAfter, minute } from '../calendar/moments.ts';
import { type Deal, type PageLink, signerOf, signerOfTerms, termsOf } from '../deal.ts';
import type { Entry, EventType } from '../events.ts';
import { latestProposal } from '../negotiation/proposals.ts';
import type { Person } from '../people.ts';

/** Whoever takes part on the buyer's side: who asked, who must accept, who was sent a proposal to sign, who set up the account. */
export function peopleOfPage(deal: Deal): Person[] {
  const sent = latestProposal(deal);
  const people = [
    deal.inquiry.contact,
    signerOf(deal),
    ...(sent ? [signerOfTerms(deal, termsOf(deal, sent.version))] : []),
    ...(deal.link ? [deal.link.user] : []),
  ];
  return people.filter((person, index) => people.findIndex(each => isSame(each, person)) === index);
}

const isSame = (one: Pick<Person, 'email'>, other: Pick<Person, 'email'>) =>
  one.email.toLowerCase() === other.email.toLowerCase();

/** The person with this address, while he takes part. */
export const personOfPage = (deal: Deal, email: string): Person | undefined =>
  peopleOfPage(deal).find(person => isSame(person, { email }));

/** The newest link of the person with this address; nothing for somebody who does not take part. */
export const pageLinkOf = ({ pageLinks }: Pick<Deal, 'pageLinks'>, email: string): PageLink | undefined =>
  pageLinks.find(link => isSame(link, { email }));

/** Whether a link with this number opens the page: it is the person's newest, and nobody has withdrawn it. */
export const opensPage = (link: PageLink | undefined, number: number): boolean =>
  link !== undefined && link.number === number && link.withdrawnAt === undefined;

/** The deal with a link for everybody who has come to it, and without those of whoever has left. */
export function withPageLinks(deal: Deal, entry: Entry): Deal {
  const people = peopleOfPage(deal);
  const kept = deal.pageLinks.filter(link => people.some(person => isSame(person, link)));
  const come = people.filter(person => !pageLinkOf({ pageLinks: kept }, person.email));
  const made = come.map(({ email }) => newLink(email, entry));
  return { ...deal, pageLinks: [...kept, ...made].map(link => withOpening(link, entry)) };
}

/** The number is the entry's, so that nobody who comes back to the deal finds an old link working. */
export const newLink = (email: string, { seq, decidedAt }: Entry): PageLink => ({
  email: email.toLowerCase(),
  number: seq,
  since: decidedAt,
});

const doneOnThePage: readonly EventType[] = [
  'pageOpened',
  'offerSeen',
  'tickCheck',
  'agreeToProposal',
  'askForChange',
  'askForMoreTime',
  'declineOffer',
];

/** Whoever does something on the page has opened it. */
function withOpening(link: PageLink, { by, at, event }: Entry): PageLink {
  const isHis = by.kind === 'buyer' && isSame(link, { email: by.id });
  if (link.openedAt || !isHis || !doneOnThePage.includes(event.type)) return link;
  return { ...link, openedAt: at };
}

const pauseMs = 10 * minute;
const mostADay = 5;

/** When the person has asked for his link within the last day. */
export const askedLately = ({ asked = [] }: PageLink, now: string): string[] =>
  asked.filter(at => isAfter(after(at, day), now));

/** Whether a link may be mailed to whoever asks for it on the page: not so often that it becomes a nuisance. */
export function maySendLink(link: PageLink, now: string): boolean {
  const asked = askedLately(link, now);
  const last = asked.at(-1);
  return asked.length < mostADay && !(last && isAfter(after(last, pauseMs), now));
}
