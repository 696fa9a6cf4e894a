import Type, { type Static } from 'typebox';
import { changeType } from './change-type.ts';
import { Name } from './shapes.ts';

const Details = Type.Object({
  Name: Type.Optional(Name),
  Description: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^\\S' })),
  PreExistingAgreement: Type.Optional(
    Type.Object({
      AcquisitionChannel: Type.Enum(['AwsMarketplace', 'External']),
      PricingModel: Type.Enum(['Contract', 'Usage', 'Byol', 'Free']),
    }),
  ),
});

export const UpdateInformation = changeType<Static<typeof Details>>(Details, {
  allowedAfterRelease: true,
  apply: ({ offer }, { Name, Description, PreExistingAgreement }) => {
    if (Name) offer.name = Name;
    if (Description) offer.description = Description;
    if (PreExistingAgreement) offer.preExistingAgreement = PreExistingAgreement;
    return [];
  },
});
