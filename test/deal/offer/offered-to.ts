import type { Deal } from '../../../deal/deal.ts';
import type { Person } from '../../../deal/people.ts';
import { holidaysIn } from '../../../shared/holidays.ts';
import { offered } from '../../support/story.ts';

/** A deal offered at a moment to people in these zones, with an offer that ends on that day. */
export function offeredTo(
  zones: { signer: string; contact: string },
  {
    at,
    expiresOn,
    remindDaysBefore,
    remindHoursBefore = [],
  }: { at: string; expiresOn: string; remindDaysBefore?: number[]; remindHoursBefore?: number[] },
): Deal {
  const deal = offered();
  const [offer] = deal.offers;
  const [version] = deal.terms;
  if (!offer || !version) throw new Error('no offer');
  const signer: Person = { ...version.terms.signer, timeZone: zones.signer };
  return {
    ...deal,
    inquiry: { ...deal.inquiry, contact: { ...deal.inquiry.contact, timeZone: zones.contact } },
    terms: [{ ...version, terms: { ...version.terms, signer } }],
    offers: [{ ...offer, releasedAt: at, expiresOn }],
    policy: {
      ...deal.policy,
      holidays: holidaysIn([zones.signer, zones.contact], at),
      remindHoursBefore,
      ...(remindDaysBefore && { remindDaysBefore }),
    },
  };
}
