import { ApplicationFailure } from '@temporalio/activity';
import type { Deal } from '../deal/deal.ts';
import type { ProductEvent } from '../deal/steps.ts';
import { isGone, isTaken, postSigned } from '../shared/webhooks/post.ts';
import { notTaken } from './webhooks/not-taken.ts';

export type ProductActivities = ReturnType<typeof createProductActivities>;

interface Settings {
  /** Empty: the vendor has not connected a product, and nobody is told. */
  url: string;
  secret: string;
  now: () => string;
}

/** The vendor's product, told by signed webhooks (https://www.standardwebhooks.com). */
export function createProductActivities({ url, secret, now }: Settings) {
  return {
    /**
     * Tells the product what became of a link. The message id is the same on every attempt, so the product can
     * tell a repetition. Any answer but 2xx is tried again, after the pause that it asks for; 410 Gone is final, as the
     * specification has it.
     */
    async tellProduct({
      event,
      deal,
      idempotencyKey,
    }: {
      event: ProductEvent;
      deal: Deal;
      idempotencyKey: string;
    }): Promise<{ configured: boolean }> {
      if (!url) return { configured: false };
      const body = JSON.stringify({ type: event, timestamp: now(), data: factsOf(deal) });
      const answer = await postSigned({ url, secret, id: idempotencyKey, body });
      if (isGone(answer))
        throw ApplicationFailure.nonRetryable('the product answered 410 Gone', 'productNotTold');
      if (!isTaken(answer)) throw notTaken(answer, { by: 'product', type: 'productNotTold' });
      return { configured: true };
    },
  };
}

function factsOf({ dealId, link, agreement, license, entitlements }: Deal) {
  return {
    dealId,
    organizationId: link?.organizationId,
    organizationName: link?.organizationName,
    agreementId: agreement?.agreementId,
    licenseArn: license?.licenseArn,
    awsAccountId: agreement?.awsAccountId,
    startsAt: agreement?.startsAt,
    endsAt: agreement?.endsAt,
    entitlements,
  };
}
