import { defaultProducts, productsFrom } from './products.ts';
import { ifGiven, text, topics, webAddress, wholeNumber } from './reading/readers.ts';
import { secret } from './reading/secrets.ts';
import type { Setting } from './reading/setting.ts';
import { offerUrlTemplate } from './reading/url-template.ts';

/** What is sold, and how AWS tells of it. */
export const marketplace = {
  MARKETPLACE_PRODUCTS: {
    means:
      'first value of what is sold, until a product is saved at the desk, as a JSON list: [{"productId","productCode","title","dimensions":[{"key","label","listPrices":{"USD","JPY"}}],"offerUrlTemplate"}]; the last is only for a product whose offers are reviewed elsewhere',
    default: JSON.stringify(defaultProducts),
    read: productsFrom,
  },
  MARKETPLACE_EVENT_SECRET: {
    means: 'value of the x-api-key header of the EventBridge API destination; 16 characters or more',
    default: 'development-event-secret',
    read: secret({ shortest: 16 }),
  },
  MARKETPLACE_QUEUE_URL: {
    means:
      'SQS queue of the same events, polled by the worker; empty: no queue. Give it a dead-letter queue with a maxReceiveCount of 100 or more',
    default: '',
    read: ifGiven(webAddress),
  },
  MARKETPLACE_SNS_TOPICS: {
    means: 'ARNs of the legacy SNS topics whose messages are taken, separated by commas; empty: none',
    default: '',
    read: ifGiven(topics),
  },
  MARKETPLACE_SNS_CERT_HOST: {
    means: 'host:port of a local emulator that signs SNS messages',
    default: '',
    read: text,
  },
  OFFER_URL_TEMPLATE: {
    means: 'where a buyer reviews an offer, with `{offerId}` and, if it names the product, `{productId}`',
    default: 'https://aws.amazon.com/marketplace/procurement?productId={productId}&offerId={offerId}',
    read: offerUrlTemplate,
  },
  MARKETPLACE_MANAGE_URL: {
    means: 'where a buyer finds “Set up product” again',
    default: 'https://console.aws.amazon.com/marketplace/home/subscriptions',
    read: webAddress,
  },
  RECONCILE_SECONDS: {
    means: 'how often AWS is asked for agreements whose event never came',
    default: '600',
    read: wholeNumber({ min: 1, max: 86_400 }),
  },
} satisfies Record<string, Setting>;
