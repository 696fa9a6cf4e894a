import Type, { type Static } from 'typebox';
import { isLonger } from '../../engine/dates.ts';
import { changeType, replaceTerms, when } from './change-type.ts';
import { Duration, Terms } from './shapes.ts';

const Percentage = Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,2})?$' });

const RenewalTerm = Type.Object({
  Type: Type.Literal('RenewalTerm'),
  PriceIncrease: Type.Optional(
    Type.Union([
      Type.Object({ Type: Type.Literal('FixedPercentage'), Value: Percentage }),
      Type.Object({
        Type: Type.Literal('PercentageRange'),
        Range: Type.Object({ MinValue: Percentage, MaxValue: Percentage, DefaultValue: Percentage }),
      }),
    ]),
  ),
  AdjustmentDeadline: Type.Optional(Duration),
  LockoutPeriod: Type.Optional(Duration),
  MaxRenewals: Type.Optional(Type.Integer({ minimum: 1 })),
  TermTemplates: Type.Optional(Type.Array(Type.Object({ Type: Type.String() }))),
});

const Details = Terms(RenewalTerm, { min: 0 });

function isWrongDeadline(term: Static<typeof RenewalTerm> | undefined): boolean {
  const { AdjustmentDeadline: deadline, LockoutPeriod: lockout, PriceIncrease } = term ?? {};
  if (!deadline) return false;
  return PriceIncrease?.Type !== 'PercentageRange' || (lockout !== undefined && !isLonger(deadline, lockout));
}

export const UpdateRenewalTerms = changeType<Static<typeof Details>>(Details, {
  apply: ({ offer }, { Terms: [term] }) => {
    replaceTerms(offer, ['RenewalTerm'], term ? [term] : []);
    const range = term?.PriceIncrease?.Type === 'PercentageRange' ? term.PriceIncrease.Range : undefined;
    const { MinValue: min = 0, MaxValue: max = 0, DefaultValue: usual = 0 } = range ?? {};
    const outside = Number(min) > Number(max) || Number(usual) < Number(min) || Number(usual) > Number(max);
    return [
      ...when(
        term !== undefined && !term.PriceIncrease,
        'MISSING_PRICE_INCREASE',
        'Provide a price increase to enable renewals on a private offer.',
      ),
      // UNCONFIRMED: AWS prints no code for a default outside of its range.
      ...when(outside, 'INCOMPATIBLE_RATES', 'DefaultValue must lie between MinValue and MaxValue.'),
      ...when(
        range !== undefined && !term?.AdjustmentDeadline,
        'MISSING_ADJUSTMENT_DEADLINE',
        'Provide an adjustment deadline for a percentage range.',
      ),
      ...when(
        isWrongDeadline(term),
        'INVALID_ADJUSTMENT_DEADLINE',
        'AdjustmentDeadline needs a percentage range, and must be longer than LockoutPeriod.',
      ),
    ];
  },
});
