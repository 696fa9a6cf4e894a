import type { Deal } from '../../../../deal/deal.ts';
import { isUnpaid } from '../../../../deal/offer/again.ts';
import { Button } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import type { StaffMember } from '../../staff.ts';
import { type DealView, dealUrl } from '../view.ts';

/** Whoever ends negotiations offers again what was agreed in one. */
export const mayOfferAgain = (deal: Deal, { roles }: Pick<StaffMember, 'roles'>) =>
  isUnpaid(deal) && roles.includes('sales');

/** What was accepted and not paid, offered again in one press. */
export function OfferAgain({ view: { context, deal } }: { view: DealView }) {
  const { offerAgain } = context.messages.desk;
  if (!mayOfferAgain(deal, context.staff)) return null;
  return (
    <Form action={`${dealUrl(deal.dealId)}/offer-again`} keys={context.keys} name="offer-again">
      <p>{offerAgain.text}</p>
      <Button>{offerAgain.button}</Button>
    </Form>
  );
}
