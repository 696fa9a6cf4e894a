import { dealUrl } from '../view.ts';
import { type FactsProps, Part, words } from './fact-parts.tsx';

/** Each purchase of an offer has a deal of its own, and each deal leads to the others. */
export function OtherPurchases({ context, deal: { openedBy, secondPurchases } }: FactsProps) {
  const { otherPurchases: title, firstPurchase, awsAccount, openingDeal } = words(context);
  const seconds = secondPurchases.map(({ notice, dealId }) => ({
    label: `${awsAccount} ${notice.awsAccountId}`,
    value: dealId ? <DealLink dealId={dealId} /> : openingDeal,
  }));
  const first = openedBy?.dealId && {
    label: firstPurchase,
    value: <DealLink dealId={openedBy.dealId} />,
  };
  const items = first ? [first, ...seconds] : seconds;
  return items.length > 0 ? <Part id="other-purchases" title={title} items={items} /> : null;
}

export const DealLink = ({ dealId }: { dealId: string }) => <a href={dealUrl(dealId)}>{dealId}</a>;
