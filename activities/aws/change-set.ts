import type { Change } from '@aws-sdk/client-marketplace-catalog';
import type { ChangeSet } from '../../deal/deal.ts';
import type { Terms, TermsDimension } from '../../deal/terms/terms.ts';

const newOffer = '$CreateOfferChange.Entity.Identifier';

/** What AWS is asked for, as the changes of one change set. `yesterday` ends an offer: AWS has no other way to withdraw one. */
export function changesFor(asked: {
  changeSet: ChangeSet;
  terms: Terms;
  company: string;
  yesterday: string;
}): Change[] {
  const { changeSet, yesterday } = asked;
  const offerId = changeSet.offerId ?? '';
  if (changeSet.purpose === 'extend')
    return [change('UpdateAvailability', offerId, { AvailabilityEndDate: changeSet.expiresOn })];
  if (changeSet.purpose === 'withdraw')
    return [change('UpdateAvailability', offerId, { AvailabilityEndDate: yesterday })];
  return createOffer(asked);
}

function change(type: string, identifier: string, details: object): Change {
  return {
    ChangeType: type,
    Entity: { Type: 'Offer@1.0', Identifier: identifier },
    DetailsDocument: JSON.parse(JSON.stringify(details)),
  };
}

/** One request for the whole offer, released at its end (Catalog API, "Work with private offers"). */
function createOffer({
  changeSet,
  terms,
  company,
}: {
  changeSet: ChangeSet;
  terms: Terms;
  company: string;
}): Change[] {
  return [
    {
      ChangeType: 'CreateOffer',
      ChangeName: 'CreateOfferChange',
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ProductId: terms.productId },
    },
    change('UpdateInformation', newOffer, { Name: nameOf(terms, company), Description: changeSet.name }),
    change('UpdateTargeting', newOffer, { PositiveTargeting: { BuyerAccounts: terms.buyerAwsAccountIds } }),
    ...(terms.paymentSchedule.length > 0 ? inInstalments(terms) : paidAtOnce(terms)),
    change('UpdateLegalTerms', newOffer, { Terms: [{ Type: 'LegalTerm', Documents: [eulaOf(terms)] }] }),
    change('UpdateAvailability', newOffer, { AvailabilityEndDate: terms.offerExpiresOn }),
    change('ReleaseOffer', newOffer, {}),
  ];
}

/** Buyers see it; AWS takes 150 characters and no backslash or angle brackets. */
function nameOf(terms: Terms, company: string): string {
  return `${terms.productTitle} - ${company}`.replace(/[\\<>]/g, ' ').slice(0, 150);
}

function eulaOf({ eula }: Terms) {
  return eula.type === 'standard'
    ? { Type: 'StandardEula', Version: '2022-07-14' }
    : { Type: 'CustomEula', Url: eula.url };
}

const durationOf = (terms: Terms) => `P${terms.durationMonths}M`;

function paidAtOnce(terms: Terms): Change[] {
  const rates = terms.dimensions.map(({ key, price }: TermsDimension) => ({
    DimensionKey: key,
    Price: price,
  }));
  const pricing = {
    Type: 'ConfigurableUpfrontPricingTerm',
    CurrencyCode: terms.currency,
    RateCards: [
      {
        Selector: { Type: 'Duration', Value: durationOf(terms) },
        RateCard: rates,
        Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Allowed' },
      },
    ],
  };
  return [change('UpdatePricingTerms', newOffer, { PricingModel: 'Contract', Terms: [pricing] })];
}

/** With a payment schedule AWS wants the price to be zero and the schedule to carry the amounts. */
function inInstalments(terms: Terms): Change[] {
  const grants = terms.dimensions.map(({ key, units }) => ({ DimensionKey: key, MaxQuantity: units }));
  const pricing = {
    Type: 'FixedUpfrontPricingTerm',
    CurrencyCode: terms.currency,
    Price: '0.0',
    Grants: grants,
  };
  const schedule = terms.paymentSchedule.map(({ chargeDate, amount }) => ({
    ChargeDate: chargeDate,
    ChargeAmount: amount,
  }));
  return [
    change('UpdatePricingTerms', newOffer, { PricingModel: 'Contract', Terms: [pricing] }),
    change('UpdateValidityTerms', newOffer, {
      Terms: [{ Type: 'ValidityTerm', AgreementDuration: durationOf(terms) }],
    }),
    change('UpdatePaymentScheduleTerms', newOffer, {
      Terms: [{ Type: 'PaymentScheduleTerm', CurrencyCode: terms.currency, Schedule: schedule }],
    }),
  ];
}
