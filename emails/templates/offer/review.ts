import { button, link, type Part, paragraph, section } from '../../blocks.ts';
import { accountsText, agreedTerms } from '../../facts.ts';
import { reviewUrl } from '../../links.ts';
import type { DealMail } from '../../mail.ts';

/** The button that leads to the offer at AWS. */
export function reviewOffer({ deal, messages, vendor }: DealMail): Part {
  return button(messages.mails.offer.button, reviewUrl(vendor, deal));
}

/** The way to the buyer's own page, after words that say what can be done there. */
export function dealPage({ messages, offerPageUrl }: DealMail, before = messages.mails.offer.page): Part {
  return link({ before, label: messages.mails.offer.pageLink, url: offerPageUrl });
}

/** The same as the one thing to do, for whoever does not accept himself. */
export function openDealPage({ messages, offerPageUrl }: DealMail): Part {
  return button(messages.mails.offerExpiring.contact.button, offerPageUrl);
}

/** AWS answers whoever is signed in to another account as if there were no offer. */
export function ifNotFound({ deal, messages }: DealMail) {
  const { notFoundTitle, notFound, switchAccount } = messages.mails.offer;
  const accounts = accountsText(agreedTerms(deal));
  return section(notFoundTitle, paragraph(notFound(accounts)), paragraph(switchAccount));
}
