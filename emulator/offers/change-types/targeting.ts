import Type, { type Static } from 'typebox';
import { changeType, when } from './change-type.ts';
import { COUNTRIES } from './countries.ts';
import { Account } from './shapes.ts';

const Details = Type.Object({
  PositiveTargeting: Type.Object({
    BuyerAccounts: Type.Optional(Type.Array(Account, { minItems: 1, maxItems: 26 })),
    CountryCodes: Type.Optional(Type.Array(Type.Enum(COUNTRIES), { minItems: 1, maxItems: 244 })),
  }),
});

/** No account has these ids, so that the error can be seen. */
const isUnknown = (account: string) => /^(\d)\1{11}$/.test(account);

export const UpdateTargeting = changeType<Static<typeof Details>>(Details, {
  refusedAfterRelease: 'INCOMPATIBLE_TARGETING',
  apply: ({ offer }, { PositiveTargeting: { BuyerAccounts, CountryCodes } }) => {
    if (BuyerAccounts) offer.buyerAccounts = BuyerAccounts;
    if (CountryCodes) offer.countryCodes = CountryCodes;
    const all = BuyerAccounts ?? [];
    const wrong = all.filter((each, position) => isUnknown(each) || all.indexOf(each) !== position);
    return [
      ...when(wrong.length > 0, 'INVALID_BUYER_ACCOUNTS', `Invalid accounts: [${wrong.join(', ')}]`),
      ...when(
        !BuyerAccounts && !CountryCodes,
        'INCOMPATIBLE_TARGETING',
        'Provide buyer accounts or country codes.',
      ),
    ];
  },
});
