import { ApplicationFailure } from '@temporalio/activity';
import type { Entitlement } from '../deal/deal.ts';
import type { LinkedOrganization, ProductEvent } from '../deal/steps.ts';
import { isGone, isTaken, postSigned } from '../shared/webhooks/post.ts';
import { notTaken } from './webhooks/not-taken.ts';

export type ProductActivities = ReturnType<typeof createProductActivities>;

interface Settings {
  /** Empty: the vendor has not connected a product, and nobody is told. */
  url: string;
  secret: string;
  now: () => string;
}

/**
 * All that the product learns of a link. `dealId` is one purchase, whose agreement and license change when it is renewed or
 * replaced; an organization may have several.
 */
export interface ProductFacts extends LinkedOrganization {
  dealId: string;
  agreementId?: string;
  /** Agreements that this one has renewed or replaced. */
  formerAgreementIds: string[];
  licenseArn?: string;
  awsAccountId?: string;
  startsAt?: string;
  endsAt?: string;
  entitlements?: Entitlement[];
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
      facts,
      idempotencyKey,
    }: {
      event: ProductEvent;
      facts: ProductFacts;
      idempotencyKey: string;
    }): Promise<{ configured: boolean }> {
      if (!url) return { configured: false };
      const body = JSON.stringify({ type: event, timestamp: now(), data: facts });
      const answer = await postSigned({ url, secret, id: idempotencyKey, body });
      if (isGone(answer))
        throw ApplicationFailure.nonRetryable('the product answered 410 Gone', 'productNotTold');
      if (!isTaken(answer)) throw notTaken(answer, { by: 'product', type: 'productNotTold' });
      return { configured: true };
    },
  };
}
