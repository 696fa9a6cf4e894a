import type { Agreement, RegistrationToken } from '../engine/agreement.ts';
import { newId } from '../engine/ids.ts';
import { type Marketplace, settings } from '../engine/marketplace.ts';

/** A fresh token each time, as the console's "Set up your account" button gives. */
function newRegistrationToken(market: Marketplace, agreement: Agreement): RegistrationToken {
  const token = newId.registrationToken();
  const made = { token, agreementId: agreement.id, createdAt: Date.now(), expired: false, resolved: 0 };
  market.state.registrationTokens[token] = made;
  return made;
}

/** The form that AWS makes the buyer's browser send. */
export function registrationForm(market: Marketplace, agreement: Agreement) {
  const { fulfillmentUrl } = market.state.products[agreement.productId] ?? {};
  return {
    fulfillmentUrl: fulfillmentUrl ?? settings(market).fulfillmentUrl,
    fields: { 'x-amzn-marketplace-token': newRegistrationToken(market, agreement).token },
  };
}
