import type { Deal } from '../../../deal/deal.ts';
import { sampleInquiry } from '../../support/samples.ts';
import { agreement, choice, given, license, offered, opened } from '../../support/story.ts';

/** What a row of the table says of a deal. */
export interface Known {
  company?: string;
  awsAccount?: string;
  contact?: string;
  email?: string;
  signer?: string;
  organization?: string;
  offerId?: string;
}

/** A deal of which that is known, and nothing else that anybody would search for. */
export function dealOf(known: Known, dealId = 'd1'): Deal {
  const { awsAccount, signer, organization, offerId } = known;
  const { language, timeZone } = sampleInquiry().contact;
  const person = { name: 'Somebody', email: 'somebody@nowhere.invalid', language, timeZone };
  const contact = { ...person, name: known.contact ?? person.name, email: known.email ?? person.email };
  const company = known.company ?? 'Unknown';
  const deal = opened();
  return {
    ...deal,
    dealId,
    inquiry: { ...sampleInquiry({ company, contact }), ...(awsAccount && { awsAccountId: awsAccount }) },
    ...(signer && { signer: { ...person, name: signer } }),
    ...(organization && { link: linkTo(organization, person) }),
    ...(offerId && offeredTo(person, offerId)),
  };
}

const linkTo = (organizationName: string, person: Deal['inquiry']['contact']) => ({
  organizationId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  organizationName,
  user: { ...person, userId: 'u-1' },
  requestedAt: opened().openedAt,
  fromRevision: 0,
});

/** A deal with all that AWS and people name it by. */
export function wholeDeal(): Deal {
  const agreementId = 'agmt-4k2p9x7m';
  const licenseArn = 'arn:aws:license-manager::294406891311:license:l-0123456789abcdef0123456789abcdef';
  const sold = given(
    offered(),
    ['aws', { ...agreement, agreementId }],
    ['aws', { ...license, licenseArn, agreementId }],
  );
  return { ...sold, dealId: 'k3v9q0t2xw', link: linkTo('合同会社みなと商店', choice.user) };
}

/** An offer with its terms, of which nobody would search for anything but the offer. */
function offeredTo(signer: Deal['inquiry']['contact'], offerId: string): Pick<Deal, 'offers' | 'terms'> {
  const { offers, terms } = offered();
  return {
    offers: offers.map(offer => ({ ...offer, offerId })),
    terms: terms.map(each => ({ ...each, terms: { ...each.terms, signer, buyerAwsAccountIds: [] } })),
  };
}
