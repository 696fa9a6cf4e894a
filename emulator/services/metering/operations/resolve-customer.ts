import type { RegistrationToken } from '../../../engine/agreement.ts';
import { type Marketplace, settings } from '../../../engine/marketplace.ts';
import { fail } from '../errors.ts';
import type { ResolveCustomerRequest } from '../shapes.ts';
import { customerView } from '../views.ts';

/** Whose token it is. @throws AwsError InvalidTokenException, ExpiredTokenException */
export function resolveCustomer(market: Marketplace, { RegistrationToken: token }: ResolveCustomerRequest) {
  const known = market.state.registrationTokens[token];
  const agreement = known && market.state.agreements[known.agreementId];
  const product = agreement && market.state.products[agreement.productId];
  if (!product) throw fail('InvalidTokenException', 'Registration token is invalid.');
  if (isExpired(market, known)) throw fail('ExpiredTokenException', 'Registration token has expired.');
  known.resolved += 1;
  return customerView(market, agreement, product);
}

function isExpired(market: Marketplace, token: RegistrationToken): boolean {
  const { registrationTokenLifetime, singleUseTokens } = settings(market);
  if (token.expired || (singleUseTokens && token.resolved > 0)) return true;
  return Date.now() - token.createdAt > registrationTokenLifetime;
}
