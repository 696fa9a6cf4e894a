import { acceptOffer } from '../agreements/acceptance.ts';
import { type Amendment, amendAgreement } from '../agreements/amendment.ts';
import { settle } from '../agreements/cancellation.ts';
import type { Choice } from '../agreements/choice.ts';
import { endAgreementAs, refuseEnded } from '../agreements/end.ts';
import { failPayment } from '../agreements/license.ts';
import { registrationForm } from '../agreements/registration.ts';
import { renewAgreement } from '../agreements/renewal.ts';
import type { AgreementStatus } from '../engine/agreement.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { rateCardOf } from '../offers/terms.ts';
import { found } from './found.ts';
import { publishRare, type RareEvent } from './rare-events.ts';

export type RegistrationForm = { token: string; fulfillmentUrl: string; fields: Record<string, string> };

/** One unit of every option, unless the caller chose. */
function oneOfEach(market: Marketplace, { offerId, duration }: Choice): Record<string, number> {
  const offer = market.state.offers[offerId];
  const rates = (offer && rateCardOf(offer, duration)?.RateCard) ?? [];
  return Object.fromEntries(rates.map(rate => [rate.DimensionKey, 1]));
}

/** What the buyer does, and AWS, with an agreement. */
export function agreementControl(market: Marketplace) {
  const find = (id: string) => found(market.state.agreements[id], `agreement ${id}`);
  function findActive(id: string) {
    const agreement = find(id);
    refuseEnded(agreement);
    return agreement;
  }
  return {
    accept: (choice: Choice) =>
      acceptOffer(market, { ...choice, units: choice.units ?? oneOfEach(market, choice) }),
    registrationToken(agreementId: string): RegistrationForm {
      const form = registrationForm(market, find(agreementId));
      return { token: form.fields['x-amzn-marketplace-token'], ...form };
    },
    expireToken(token: string) {
      found(market.state.registrationTokens[token], 'such token').expired = true;
    },
    endAgreement(agreementId: string, status: AgreementStatus) {
      const agreement = findActive(agreementId);
      // A payment that fails ends an agreement otherwise than people do.
      if (status === 'ROLLED_BACK') failPayment(market, agreement);
      else endAgreementAs(market, agreement, status);
      return agreement;
    },
    amendAgreement: (id: string, amendment: Amendment) => amendAgreement(market, findActive(id), amendment),
    renewAgreement: (id: string) => renewAgreement(market, findActive(id)),
    answerCancellation(id: string, { approve, reason }: { approve: boolean; reason?: string }) {
      const request = found(market.state.cancellationRequests[id], `cancellation request ${id}`);
      const rejection = { status: 'REJECTED', ...(reason && { statusMessage: reason }) } as const;
      return settle(market, request, approve ? { status: 'APPROVED' } : rejection);
    },
    publishEvent: (type: RareEvent, agreementId: string) => publishRare(market, type, find(agreementId)),
  };
}
