import { type Deal, signerOf } from '../../deal/deal.ts';
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
  return [...new Set([...names.flatMap(wordsIn), ...[...keys, ...accountsOf(deal)].map(wordOfId)])];
}

function accountsOf({ inquiry, agreement, registration, terms }: Deal): string[] {
  const known = [inquiry.awsAccountId, agreement?.awsAccountId, registration?.awsAccountId];
  return [...known.filter(id => id !== undefined), ...(terms.at(-1)?.terms.buyerAwsAccountIds ?? [])];
}
