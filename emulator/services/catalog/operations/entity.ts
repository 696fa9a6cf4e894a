import { endOfDay, startOfDay, wholeSecond } from '../../../engine/dates.ts';
import { catalogArn } from '../../../engine/ids.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import type { Offer, Product } from '../../../engine/offer.ts';
import { withoutRevision } from '../../../offers/references.ts';
import { notFound } from '../errors.ts';

const DAYS = ['ChargeDate', 'AgreementStartDate', 'AgreementEndDate'];

/** Dates go in as days and come out as moments. */
function withMoments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMoments);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      DAYS.includes(key) ? wholeSecond(startOfDay(String(each))) : withMoments(each),
    ]),
  );
}

function offerDocument(offer: Offer) {
  const targeting = {
    ...(offer.buyerAccounts && { BuyerAccounts: offer.buyerAccounts }),
    ...(offer.countryCodes && { CountryCodes: offer.countryCodes }),
  };
  const day = offer.availabilityEndDate;
  return {
    Id: offer.id,
    Name: offer.name,
    Description: offer.description,
    ProductId: offer.productId,
    State: offer.state,
    ...(offer.preExistingAgreement && { PreExistingAgreement: offer.preExistingAgreement }),
    ...(offer.replacesAgreementId && { AgreementId: offer.replacesAgreementId }),
    Terms: offer.terms.map(withMoments),
    Rules: [
      ...(Object.keys(targeting).length > 0 ? [{ Type: 'TargetingRule', PositiveTargeting: targeting }] : []),
      ...(day ? [{ Type: 'AvailabilityRule', AvailabilityEndDate: wholeSecond(endOfDay(day)) }] : []),
    ],
  };
}

function productDocument(market: Marketplace, product: Product) {
  return {
    Versions: [
      {
        DeliveryOptions: [
          {
            Type: 'SaaSUrlDeliveryOption',
            Details: { FulfillmentUrl: product.fulfillmentUrl ?? market.state.settings.fulfillmentUrl },
          },
        ],
      },
    ],
    Description: {
      ProductTitle: product.title,
      ProductCode: product.code,
      ProductState: product.state,
      Visibility: product.state,
    },
    Dimensions: product.dimensions.map(({ key, name, description, unit, types = ['Entitled'] }) => ({
      Key: key,
      Name: name,
      Description: description,
      Types: types,
      Unit: unit,
    })),
  };
}

function findEntity(market: Marketplace, id: string) {
  const offer = market.state.offers[id];
  if (offer) {
    return { type: 'Offer', ...offer, document: offerDocument(offer) };
  }
  const product = market.state.products[id];
  return (
    product && { type: 'SaaSProduct', revision: 1, ...product, document: productDocument(market, product) }
  );
}

/** @throws AwsError ResourceNotFoundException */
export function describe(market: Marketplace, wanted: string) {
  const entity = findEntity(market, withoutRevision(wanted));
  if (!entity) throw notFound(`Entity ${wanted} not found.`);
  return {
    EntityType: `${entity.type}@1.0`,
    EntityIdentifier: `${entity.id}@${entity.revision}`,
    EntityArn: catalogArn({ account: market.state.sellerAccountId, kind: entity.type, id: entity.id }),
    LastModifiedDate: entity.lastModifiedDate,
    DetailsDocument: entity.document,
  };
}
