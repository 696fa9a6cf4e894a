import Type, { type Static } from 'typebox';
import type { Problem } from '../../engine/change-set.ts';
import { isDay, isEmptyDuration } from '../../engine/dates.ts';
import { changeType, replaceTerms, when } from './change-type.ts';
import { Day, Duration, Terms } from './shapes.ts';

const ValidityTerm = Type.Object({
  Type: Type.Literal('ValidityTerm'),
  AgreementDuration: Type.Optional(Duration),
  AgreementStartDate: Type.Optional(Day),
  AgreementEndDate: Type.Optional(Day),
});
type ValidityTerm = Static<typeof ValidityTerm>;

const Details = Terms(ValidityTerm);

function validityProblems({
  AgreementDuration,
  AgreementStartDate,
  AgreementEndDate,
}: ValidityTerm): Problem[] {
  const bad = [AgreementStartDate, AgreementEndDate].some(day => day !== undefined && !isDay(day));
  const backwards = AgreementStartDate && AgreementEndDate && AgreementEndDate <= AgreementStartDate;
  return [
    ...when(
      Boolean(AgreementDuration && isEmptyDuration(AgreementDuration)),
      'INVALID_AGREEMENT_DURATION',
      'Provide a duration longer than zero.',
    ),
    ...when(
      Boolean(AgreementDuration && (AgreementEndDate || AgreementStartDate)) ||
        Boolean(AgreementStartDate && !AgreementEndDate) ||
        Boolean(backwards) ||
        bad,
      'INVALID_AGREEMENT_TIME_INTERVAL',
      'Provide either AgreementDuration, or dates of which the end is after the start.',
    ),
  ];
}

export const UpdateValidityTerms = changeType<Static<typeof Details>>(Details, {
  allowedAfterRelease: true,
  apply: ({ offer }, { Terms: [term] }) => {
    if (!term) return [];
    replaceTerms(offer, ['ValidityTerm'], [term]);
    const dates = term.AgreementStartDate ?? term.AgreementEndDate;
    return [
      ...validityProblems(term),
      ...when(
        offer.state === 'Released' && dates !== undefined,
        'INVALID_UPDATE_REQUEST',
        'Only AgreementDuration can be changed after release.',
      ),
    ];
  },
});
