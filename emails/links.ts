import type { Deal } from '../deal/deal.ts';
import { reviewOfferUrl } from '../shared/marketplace/review-offer-url.ts';
import { agreedTerms, offerIn } from './facts.ts';
import type { Vendor } from './mail.ts';

/** AWS's page on which the buyer reviews the offer of a deal. */
export function reviewUrl(vendor: Vendor, deal: Deal): string {
  const { offerId } = offerIn(deal);
  return reviewOfferUrl(vendor.offerUrls, { productId: agreedTerms(deal).productId, offerId });
}

/** The deal at the desk, for staff. */
export function deskUrl(vendor: Vendor, dealId: string): string {
  return `${vendor.publicUrl}/desk/deals/${encodeURIComponent(dealId)}`;
}

/** A deal among those that wait for an approver, for whoever signs in. */
export function approvalsUrl(vendor: Vendor, dealId: string): string {
  return `${vendor.publicUrl}/desk/approvals?${new URLSearchParams({ deal: dealId })}`;
}

/** The buyer's way from registration to a linked organization. */
export function setUpUrl(vendor: Vendor, setupSessionId: string): string {
  return `${vendor.publicUrl}/setup/${encodeURIComponent(setupSessionId)}`;
}

/** The page that shows billing tied to AWS Marketplace. */
export function billingUrl(vendor: Vendor, organizationId: string): string {
  return `${vendor.publicUrl}/organizations/${encodeURIComponent(organizationId)}/billing`;
}
