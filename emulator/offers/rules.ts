import type { Problem } from '../engine/change-set.ts';
import { addDuration, dayOf, endOfDay, isLonger, startOfDay } from '../engine/dates.ts';
import type { Offer, Term } from '../engine/offer.ts';
import { type Subject, when } from './change-types/change-type.ts';
import { type RateCard, termOf } from './terms.ts';

/** The rules that hold between the parts of an offer; checked on release and on every change after it. */
export function wholeOfferProblems(subject: Subject): Problem[] {
  const { market, offer } = subject;
  return [
    ...missingParts(offer),
    ...pricingProblems(offer),
    ...validityProblems(offer),
    ...scheduleProblems(subject),
    ...renewalProblems(offer),
    ...when(
      offer.state === 'Draft' && (offer.availabilityEndDate ?? '9999') < dayOf(market.clock.now()),
      'INVALID_AVAILABILITY_END_DATE',
      'Provide a future AvailabilityEndDate.',
    ),
  ];
}

function missingParts(offer: Offer): Problem[] {
  const missing = (part: unknown, code: string, name: string) => when(!part, code, `Provide ${name}.`);
  return [
    ...missing(offer.name, 'MISSING_NAME', 'a name'),
    ...missing(offer.description, 'MISSING_DESCRIPTION', 'a description'),
    ...missing(offer.availabilityEndDate, 'MISSING_AVAILABILITY_END_DATE', 'an availability end date'),
    ...missing(offer.buyerAccounts, 'MISSING_BUYER_ACCOUNTS', 'buyer accounts'),
    ...missing(offer.pricingModel, 'MISSING_MANDATORY_TERMS', 'pricing terms'),
    ...missing(termOf(offer, 'LegalTerm'), 'MISSING_MANDATORY_TERMS', 'LegalTerm'),
  ];
}

function pricingProblems(offer: Offer): Problem[] {
  const fixed = termOf(offer, 'FixedUpfrontPricingTerm');
  const schedule = termOf(offer, 'PaymentScheduleTerm');
  const contract = termOf(offer, 'ConfigurableUpfrontPricingTerm');
  const byol = termOf(offer, 'ByolPricingTerm');
  const currencies = new Set(offer.terms.map(each => each.CurrencyCode).filter(Boolean));
  return [
    ...when(
      Boolean(fixed && !schedule && !byol),
      'MISSING_MANDATORY_TERMS',
      'FixedUpfrontPricingTerm needs PaymentScheduleTerm.',
    ),
    ...when(
      Boolean(fixed && schedule && Number(fixed.Price) !== 0),
      'INCOMPATIBLE_TERMS',
      'The price of FixedUpfrontPricingTerm must be 0 when there is a PaymentScheduleTerm.',
    ),
    ...when(
      Boolean(schedule && (contract || !fixed)),
      'INCOMPATIBLE_TERMS',
      'PaymentScheduleTerm needs FixedUpfrontPricingTerm and excludes ConfigurableUpfrontPricingTerm.',
    ),
    ...when(currencies.size > 1, 'INVALID_CURRENCY_CODE', 'All terms must be in one currency.'),
    ...when(
      Boolean(
        schedule && termOf(offer, 'RenewalTerm') && !termOf(offer, 'RenewalTerm')?.TermTemplates?.length,
      ),
      'MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE',
      'Provide a payment schedule template to renew an offer with a payment schedule.',
    ),
  ];
}

const durationsOf = (offer: Offer) =>
  ((termOf(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? []) as RateCard[]).map(
    each => each.Selector.Value,
  );

/** A term of one year from January 1 may end on December 31 or on January 1. */
function lasts(duration: string, start: string, end: string): boolean {
  const until = addDuration(startOfDay(start), duration);
  return [dayOf(until), dayOf(new Date(until.getTime() - 1))].includes(end);
}

function renewalProblems(offer: Offer): Problem[] {
  const lockout = termOf(offer, 'RenewalTerm')?.LockoutPeriod as string | undefined;
  const validity = termOf(offer, 'ValidityTerm');
  const terms = [validity?.AgreementDuration as string | undefined, ...durationsOf(offer)];
  return when(
    lockout !== undefined && terms.some(term => term !== undefined && isLonger(lockout, term)),
    'INVALID_LOCKOUT_PERIOD',
    'LockoutPeriod must be shorter than the term.',
  );
}

function validityProblems(offer: Offer): Problem[] {
  const validity = termOf(offer, 'ValidityTerm');
  const needed = !termOf(offer, 'ConfigurableUpfrontPricingTerm') || offer.replacesAgreementId !== undefined;
  const start = validity?.AgreementStartDate as string | undefined;
  const end = validity?.AgreementEndDate as string | undefined;
  const available = offer.availabilityEndDate ?? '';
  const contract = termOf(offer, 'ConfigurableUpfrontPricingTerm');
  return [
    ...when(
      Boolean(contract && validity?.AgreementDuration && !offer.replacesAgreementId),
      'MISSING_AGREEMENT_START_DATE',
      'ConfigurableUpfrontPricingTerm has the duration in its rate cards: provide dates, or no ValidityTerm.',
    ),
    ...when(
      Boolean(end && !start && !offer.replacesAgreementId),
      'INVALID_AGREEMENT_TIME_INTERVAL',
      'AgreementEndDate alone is for replacement offers.',
    ),
    ...when(
      Boolean(contract && start && end && !durationsOf(offer).some(each => lasts(each, start, end))),
      'INVALID_SELECTOR_DURATION_VALUE',
      'The duration of the rate card must be that from AgreementStartDate to AgreementEndDate.',
    ),
    ...when(
      needed && !validity && Boolean(offer.pricingModel),
      'MISSING_MANDATORY_TERMS',
      'Provide ValidityTerm.',
    ),
    ...when(
      Boolean(offer.replacesAgreementId && validity && !end),
      'MISSING_AGREEMENT_END_DATE',
      'Provide AgreementEndDate for a replacement offer.',
    ),
    ...when(
      Boolean(start && start <= available),
      'INVALID_AGREEMENT_START_DATE',
      'AgreementStartDate must be after AvailabilityEndDate.',
    ),
    ...when(
      Boolean(end && end <= available),
      'INVALID_AVAILABILITY_END_DATE',
      'AvailabilityEndDate must be before the end of the agreement.',
    ),
  ];
}

/** The end of an agreement that is made at once; undefined when it is open-ended. */
function endIfAccepted({ market, offer }: Subject): Date | undefined {
  const validity: Term | undefined = termOf(offer, 'ValidityTerm');
  if (validity?.AgreementEndDate) return endOfDay(validity.AgreementEndDate);
  return validity?.AgreementDuration && addDuration(market.clock.now(), validity.AgreementDuration);
}

function scheduleProblems(subject: Subject): Problem[] {
  const { offer } = subject;
  const charges = (termOf(offer, 'PaymentScheduleTerm')?.Schedule ?? []) as { ChargeDate: string }[];
  const days = charges.map(each => each.ChargeDate);
  const end = endIfAccepted(subject);
  return [
    ...when(
      days.filter(day => day <= (offer.availabilityEndDate ?? '')).length > 1,
      'TOO_MANY_BACKDATED_CHARGES',
      'At most one charge can be due on or before AvailabilityEndDate.',
    ),
    ...when(
      end !== undefined && days.some(day => day > dayOf(end)),
      'INVALID_CHARGE_DATES',
      'Charge dates must be before the end of the agreement.',
    ),
  ];
}
