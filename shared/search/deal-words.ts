import { type Deal, latestTerms, signerOf, termsInForce } from '../../deal/deal.ts';
import { wordOfId, wordsIn } from './words.ts';

/** All the words that find a deal, given the ids that name it: companies, people and their addresses, AWS accounts. */
export function dealWords(deal: Deal, keys: string[]): string[] {
  const { inquiry, link } = deal;
  const people = [inquiry.contact, signerOf(deal), ...(link ? [link.user] : [])];
  const names = [
    inquiry.company,
    link?.organizationName ?? '',
    ...people.flatMap(({ name, email }) => [name, email]),
  ];
  return [
    ...new Set([
      ...names.flatMap(wordsIn),
      ...[...keys, ...deal.offers.map(({ offerId }) => offerId), ...accountsOf(deal)].map(wordOfId),
    ]),
  ];
}

function accountsOf(deal: Deal): string[] {
  const { inquiry, agreement, registration } = deal;
  const offeredTo = [termsInForce(deal), latestTerms(deal)].filter(each => each !== undefined);
  const known = [inquiry.awsAccountId, agreement?.awsAccountId, registration?.awsAccountId];
  return [
    ...known.filter(id => id !== undefined),
    ...offeredTo.flatMap(({ terms }) => terms.buyerAwsAccountIds),
  ];
}
