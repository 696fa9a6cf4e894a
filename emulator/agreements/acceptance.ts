import type { Agreement } from '../engine/agreement.ts';
import { addDuration, endOfDay, startOfDay, wholeSecond } from '../engine/dates.ts';
import { licenseArn, newId } from '../engine/ids.ts';
import { type Marketplace, secondOf, settings, timestamp } from '../engine/marketplace.ts';
import type { Offer } from '../engine/offer.ts';
import { rateCardOf, termOf } from '../offers/terms.ts';
import { agreementOfOffer, visibleOffer } from '../offers/visibility.ts';
import { AcceptanceError, type Choice, chosenUnits } from './choice.ts';
import { endAgreementAs } from './end.ts';
import { agreedTerms } from './terms.ts';
import { agreementValue } from './value.ts';

function periodOf(market: Marketplace, offer: Offer, { duration, startTime }: Choice) {
  const validity = termOf(offer, 'ValidityTerm');
  const now = market.clock.now();
  const dated = validity?.AgreementStartDate ? startOfDay(validity.AgreementStartDate) : now;
  const start = startTime ? new Date(startTime) : dated;
  const length = validity?.AgreementDuration ?? rateCardOf(offer, duration)?.Selector.Value;
  const end = validity?.AgreementEndDate
    ? endOfDay(validity.AgreementEndDate)
    : length && addDuration(start, length);
  return { startTime: wholeSecond(start), endTime: end ? wholeSecond(end) : null };
}

function newAgreement(market: Marketplace, offer: Offer, choice: Choice): Agreement {
  const id = newId.agreement();
  const entitlements = chosenUnits(offer, choice);
  const replaced = offer.replacesAgreementId && market.state.agreements[offer.replacesAgreementId];
  const terms = agreedTerms(offer, entitlements, choice);
  return {
    id,
    intent: replaced ? 'REPLACE' : 'NEW',
    status: 'ACTIVE',
    offerId: offer.id,
    productId: offer.productId,
    acceptorAccountId: choice.accountId,
    acceptanceTime: secondOf(market),
    ...periodOf(market, offer, choice),
    lastUpdateTime: timestamp(market),
    initialAgreementId: replaced ? replaced.initialAgreementId : id,
    ...(replaced && { previousAgreementId: replaced.id }),
    terms,
    entitlements,
    value: agreementValue(terms, entitlements),
    autoRenew: choice.autoRenew ?? false,
    renewals: 0,
    licenseArn: licenseArn(newId.license()),
    license: 'PENDING',
  };
}

/**
 * The Subscribe button. The events follow after their delays: agreement created, then license updated.
 * @throws AcceptanceError
 */
export function acceptOffer(market: Marketplace, choice: Choice): Agreement {
  const offer = visibleOffer(market, choice.offerId, choice.accountId);
  if (!offer)
    throw new AcceptanceError(
      'NOT_FOUND',
      'The offer does not exist, has expired, or is not for this account.',
    );
  if (agreementOfOffer(market, offer.id, choice.accountId)) {
    throw new AcceptanceError('ALREADY_ACCEPTED', 'This account has already accepted the offer.');
  }
  const agreement = newAgreement(market, offer, choice);
  market.state.agreements[agreement.id] = agreement;
  const replaced = agreement.previousAgreementId && market.state.agreements[agreement.previousAgreementId];
  if (replaced) endAgreementAs(market, replaced, 'REPLACED');
  market.schedule.add(
    { after: settings(market).agreementEventDelay },
    { kind: 'announceAgreement', agreementId: agreement.id },
  );
  return agreement;
}
