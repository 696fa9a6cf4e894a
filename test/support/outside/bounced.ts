import type { QueryFilter } from 'mongoose';
import type { OutboxMail } from '../../../shared/models/outbox.ts';
import { offeredDeal } from '../deals.ts';
import { eventually } from '../eventually.ts';
import { staffAt } from '../people.ts';
import type { Product } from '../product.ts';
import { sampleTerms } from '../samples.ts';

let readers = 0;

/** A deal whose signer has an address of his own in this test, once the mail with the offer has been sent to him. */
export async function offerMailed(product: Product, email = `signer-${readers++}@buyer.example`) {
  const signer = { ...sampleTerms(product.deps.now()).signer, email };
  const { dealId } = await offeredDeal(product, { signer });
  const mail = await mailWhich(product, { dealId, template: 'offer', state: 'sent', 'to.email': email });
  return { dealId, email, mail, messageId: mail.messageId ?? '' };
}

/** Waits for a mail in the outbox. */
export function mailWhich({ db }: Pick<Product, 'db'>, filter: QueryFilter<OutboxMail>): Promise<OutboxMail> {
  return eventually(() => db.outbox.findOne(filter).lean(), { what: `mail ${JSON.stringify(filter)}` });
}

/** What a deal's timeline says of one kind. */
export async function factsOf(product: Product, dealId: string, type: string) {
  const timeline = await staffAt(product, 'support').timeline(dealId);
  return timeline.filter(entry => entry.event.type === type);
}
