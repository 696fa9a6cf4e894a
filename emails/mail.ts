import type { Deal } from '../deal/deal.ts';
import type { AgreementChange } from '../deal/mails/mails.ts';
import type { NoticeKind } from '../deal/term/notices.ts';
import type { Config } from '../shared/config.ts';
import type { Messages } from '../shared/i18n/messages.ts';
import type { Block, Maybe } from './blocks.ts';
import type { MailReader } from './reader.ts';

/** A mail as it goes out: the same words twice, for readers of HTML and of plain text. */
export interface Mail {
  subject: string;
  html: string;
  text: string;
}

/** What one template says. Greeting, closing and footer are the same in all and come with the layout. */
export interface MailContent {
  subject: string;
  title: string;
  /** What an inbox shows beside the subject. */
  preheader: string;
  /** The sentence after the greeting, when it is not the usual one. */
  opening?: string;
  body: Maybe<Block>[];
}

/** The selling company, as mails name it and link to it. */
export type Vendor = ReturnType<typeof vendorFrom>;

export function vendorFrom(config: Config) {
  return {
    name: config.vendor.name,
    ...(config.vendor.logoUrl && { logoUrl: config.vendor.logoUrl }),
    colour: config.vendor.colour,
    supportEmail: config.SUPPORT_EMAIL,
    publicUrl: config.PUBLIC_URL,
    consoleUrl: config.PRODUCT_CONSOLE_URL,
    offerUrls: { OFFER_URL_TEMPLATE: config.OFFER_URL_TEMPLATE, products: config.products },
    manageUrl: config.MARKETPLACE_MANAGE_URL,
  };
}

/** Words of one of the people around a deal. */
export interface Said {
  name: string;
  text: string;
  withoutAttachments?: number;
}

/** What every template about a deal is given. */
export interface DealMail {
  deal: Deal;
  reader: MailReader;
  /** Only with `agreementChanged`. */
  change?: AgreementChange;
  /** Only with `awsNotice`. */
  about?: NoticeKind;
  /** Only with `messageToBuyer`, `messageFromBuyer` and `attachmentsNotKept`. */
  said?: Said;
  vendor: Vendor;
  /** The buyer's page for this deal, with its token. */
  offerPageUrl: string;
  /** In a mail that asks an approver: where he alone can decide without signing in, if he may. */
  approvalLink?: { url: string; endsAt: string };
  /** Business time, ISO. */
  now: string;
  messages: Messages;
}
