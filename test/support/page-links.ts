import { offerPageUrl } from '../../shared/offer-link.ts';
import type { Product } from './product.ts';
import { sampleInquiry } from './samples.ts';

/** Whose link, of which deal; by default the first one of whoever asks in the samples. */
export interface Linked {
  dealId: string;
  email?: string;
  number?: number;
}

export function pageUrl({ url: publicUrl, config }: Pick<Product, 'url' | 'config'>, linked: Linked): string {
  const { dealId, email = sampleInquiry().contact.email, number = 1 } = linked;
  return offerPageUrl({ publicUrl, secret: config.SESSION_SECRET }, { dealId, email, number });
}

/** The path of a page, as a link in a mail to that person has it. */
export const pagePath = (product: Pick<Product, 'url' | 'config'>, linked: Linked): string =>
  new URL(pageUrl(product, linked)).pathname;
