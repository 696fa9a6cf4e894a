import Type, { type Static } from 'typebox';
import { changeType } from './change-type.ts';
import { Name } from './shapes.ts';

const PreExistingAgreement = Type.Object({
  AcquisitionChannel: Type.Enum(['AwsMarketplace', 'External']),
  PricingModel: Type.Enum(['Contract', 'Usage', 'Byol', 'Free']),
});

const Details = Type.Object(
  {
    Name: Type.Optional(Name),
    Description: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^\\S' })),
    /** Null takes it away again. */
    PreExistingAgreement: Type.Optional(Type.Union([PreExistingAgreement, Type.Null()])),
  },
  { minProperties: 1 },
);

export const UpdateInformation = changeType<Static<typeof Details>>(Details, {
  allowedAfterRelease: true,
  apply: ({ offer }, { Name, Description, PreExistingAgreement }) => {
    if (Name) offer.name = Name;
    if (Description) offer.description = Description;
    if (PreExistingAgreement) offer.preExistingAgreement = PreExistingAgreement;
    if (PreExistingAgreement === null) delete offer.preExistingAgreement;
    return [];
  },
});
