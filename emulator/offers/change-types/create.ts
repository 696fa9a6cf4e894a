import Type from 'typebox';
import { changeType, when } from './change-type.ts';
import { Name } from './shapes.ts';

/** The offer itself was made before: see newOffer in process.ts. */
export const CreateOffer = changeType<{ Name?: string }>(
  Type.Object({
    ProductId: Type.String({
      minLength: 1,
      maxLength: 50,
      pattern: '^[a-zA-Z0-9][.a-zA-Z0-9/-]+[a-zA-Z0-9]$',
    }),
    Name: Type.Optional(Name),
    OfferSetId: Type.Optional(Type.String({ maxLength: 50 })),
  }),
  {
    creates: true,
    apply: ({ offer, product }, { Name }) => {
      if (Name) offer.name = Name;
      return when(
        product.state !== 'Limited' && product.state !== 'Public',
        'INCOMPATIBLE_PRODUCT',
        'First create a public offer for the product.',
      );
    },
  },
);

/** An offer that, when accepted, takes the place of an agreement. */
export const CreateReplacementOffer = changeType<{ AgreementId: string; Name?: string }>(
  Type.Object({ AgreementId: Type.String({ maxLength: 64, pattern: '^\\S+$' }), Name: Type.Optional(Name) }),
  {
    creates: true,
    apply: ({ market, offer }, { AgreementId, Name }) => {
      if (Name) offer.name = Name;
      offer.replacesAgreementId = AgreementId;
      const agreement = market.state.agreements[AgreementId];
      if (agreement) offer.buyerAccounts = [agreement.acceptorAccountId];
      return when(
        agreement?.status !== 'ACTIVE',
        // UNCONFIRMED: AWS prints no code for an agreement that has ended.
        'INCOMPATIBLE_PRODUCT',
        `Provide an active agreement: ${AgreementId} is ${agreement?.status ?? 'unknown'}.`,
      );
    },
  },
);
