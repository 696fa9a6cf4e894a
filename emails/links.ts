import type { Vendor } from './mail.ts';

/** AWS's page on which the buyer reviews an offer. */
export function reviewUrl(vendor: Vendor, offerId: string): string {
  return vendor.offerUrlTemplate.replaceAll('{offerId}', encodeURIComponent(offerId));
}

/** The deal at the desk, for staff. */
export function deskUrl(vendor: Vendor, dealId: string): string {
  return `${vendor.publicUrl}/desk/deals/${encodeURIComponent(dealId)}`;
}

/** The buyer's way from registration to a linked organization. */
export function setUpUrl(vendor: Vendor, setupSessionId: string): string {
  return `${vendor.publicUrl}/setup/${encodeURIComponent(setupSessionId)}`;
}

/** The page that shows billing tied to AWS Marketplace. */
export function billingUrl(vendor: Vendor, organizationId: string): string {
  return `${vendor.publicUrl}/organizations/${encodeURIComponent(organizationId)}/billing`;
}
