import { endOfDay, wholeSecond } from '../../../engine/dates.ts';
import { catalogArn } from '../../../engine/ids.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import type { Offer, Product } from '../../../engine/offer.ts';

export type Value = string | string[] | undefined;
type Fields = Record<string, Value>;
export type Listed = { fields: Fields; summary: Record<string, unknown> };

function listedOffer(market: Marketplace, offer: Offer): Listed {
  const summary = {
    Name: offer.name,
    ProductId: offer.productId,
    ReleaseDate: offer.releaseDate,
    AvailabilityEndDate: offer.availabilityEndDate && wholeSecond(endOfDay(offer.availabilityEndDate)),
    BuyerAccounts: offer.buyerAccounts ?? [],
    State: offer.state,
    Targeting: [
      ...(offer.buyerAccounts ? ['BuyerAccounts'] : []),
      ...(offer.countryCodes ? ['CountryCodes'] : []),
    ],
    TargetAgreementId: offer.replacesAgreementId,
    CreatedBySource: 'Seller',
  };
  const Targeting = summary.Targeting.length > 0 ? summary.Targeting : ['None'];
  const fields = { ...summary, Targeting, EntityId: offer.id, LastModifiedDate: offer.lastModifiedDate };
  const entity = entitySummary(market, { kind: 'Offer', name: offer.name ?? '', ...offer });
  return { fields, summary: { ...entity, OfferSummary: { ...summary, Targeting } } };
}

function listedProduct(market: Marketplace, product: Product): Listed {
  const summary = { ProductTitle: product.title, Visibility: product.state };
  const entity = entitySummary(market, { ...product, kind: 'SaaSProduct', name: product.title });
  return {
    fields: {
      ...summary,
      Name: product.title,
      EntityId: product.id,
      LastModifiedDate: product.lastModifiedDate,
    },
    summary: { ...entity, Visibility: product.state, SaaSProductSummary: summary },
  };
}

type Entity = { kind: string; id: string; name: string; lastModifiedDate: string };

const entitySummary = (market: Marketplace, { kind, id, name, lastModifiedDate }: Entity) => ({
  Name: name,
  EntityType: kind,
  EntityId: id,
  EntityArn: catalogArn({ account: market.state.sellerAccountId, kind, id }),
  LastModifiedDate: lastModifiedDate,
});

/** What AWS knows beside offers and SaaS products; this seller has none of them. */
const OTHERS = [
  'AmiProduct',
  'Audience',
  'BrandingSettings',
  'ContainerProduct',
  'DataProduct',
  'Experience',
  'ExpressPrivateOfferConfiguration',
  'MachineLearningProduct',
  'OfferSet',
  'ProcurementPolicy',
  'ProfessionalServicesProduct',
  'ResaleAuthorization',
  'SubsidiaryAuthorization',
];

/** Each list of entities by its type. */
export const lists: Record<string, (market: Marketplace) => Listed[]> = {
  ...Object.fromEntries(OTHERS.map(type => [type, () => []])),
  Offer: market => Object.values(market.state.offers).map(each => listedOffer(market, each)),
  SaaSProduct: market => Object.values(market.state.products).map(each => listedProduct(market, each)),
};
