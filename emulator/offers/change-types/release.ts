import Type from 'typebox';
import { secondOf } from '../../engine/marketplace.ts';
import { wholeOfferProblems } from '../rules.ts';
import { changeType, when } from './change-type.ts';

/** Validates the offer as a whole; from here on buyers see it. */
export const ReleaseOffer = changeType<Record<string, never>>(
  Type.Object({}, { additionalProperties: false }),
  {
    apply: subject => {
      const { market, offer } = subject;
      const again = when(
        offer.state === 'Released',
        'INVALID_UPDATE_REQUEST',
        'The offer is already released.',
      );
      if (again.length > 0) return again;
      const problems = wholeOfferProblems(subject);
      offer.state = 'Released';
      offer.releaseDate = secondOf(market);
      return problems;
    },
  },
);
