import type { Deal } from '../../../deal/deal.ts';
import type { SystemEvent } from '../../../deal/events.ts';
import {
  acceptedAsAgreed,
  agreement,
  arrival,
  choice,
  given,
  license,
  offered,
} from '../../support/story.ts';

/** The same deal after all its mails have gone out. */
export const mailed = (deal: Deal) =>
  given(deal, { type: 'mailsSent', keys: deal.mails.map(mail => mail.key) });

/** An organization is chosen, and nothing is granted yet. */
export const chosen = () =>
  given(
    given(given(offered(), ['aws', agreement]), acceptedAsAgreed),
    ['buyer', arrival],
    ['buyer', choice],
    ['aws', license],
  );

/** A deal in its term: linked, told and confirmed at the moment of its license. */
export function active(autoRenews = false): Deal {
  const accepted = { ...acceptedAsAgreed.accepted, autoRenews };
  const granted: SystemEvent[] = [
    { ...acceptedAsAgreed, accepted },
    { type: 'entitlementsRead', revision: 0, entitlements: [] },
    { type: 'organizationLinked', organizationId: 'o1', revision: 0 },
    { type: 'productTold', organizationId: 'o1', revision: 0, configured: true },
  ];
  return mailed(granted.reduce((before, event) => given(before, event), chosen()));
}
