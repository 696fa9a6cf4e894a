import { ApplicationFailure } from '@temporalio/activity';
import { Webhook } from 'standardwebhooks';
import type { Deal } from '../shared/deal/deal.ts';
import type { ProductEvent } from '../shared/deal/steps.ts';

export type ProductActivities = ReturnType<typeof createProductActivities>;

interface Settings {
  /** Empty: the vendor has not connected a product, and nobody is told. */
  url: string;
  secret: string;
  now: () => string;
}

const timeoutMs = 10_000;

/** The vendor's product, told by signed webhooks (https://www.standardwebhooks.com). */
export function createProductActivities({ url, secret, now }: Settings) {
  return {
    /**
     * Tells the product what became of a link. The message id is the same on every attempt, so the product can
     * tell a repetition. Any answer but 2xx is tried again; 410 Gone is final, as the specification has it.
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
      const status = await post({ url, secret, id: idempotencyKey, body });
      if (status === 410)
        throw ApplicationFailure.nonRetryable('the product answered 410 Gone', 'productNotTold');
      if (status < 200 || status > 299)
        throw ApplicationFailure.retryable(`the product answered ${status}`, 'productNotTold');
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

async function post({
  url,
  secret,
  id,
  body,
}: {
  url: string;
  secret: string;
  id: string;
  body: string;
}): Promise<number> {
  const sentAt = new Date();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  };
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  return answer.status;
}
