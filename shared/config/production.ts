import { isThisMachine } from '../mail/mailbox-address.ts';
import type { Written } from './reading/setting.ts';
import type { settings } from './settings.ts';

type Name = keyof typeof settings;

/** What is right on one machine and wrong where customers are. docs/operating.md lists it from here. */
export interface Ban {
  names: readonly Name[];
  refuses: string;
  instead: string;
  isBroken: (written: string, all: Written<typeof settings>) => boolean;
}

const isHttp = (written: string) => /^http:/i.test(written);

export const bans: Ban[] = [
  {
    names: ['PUBLIC_URL'],
    refuses: 'an address without TLS',
    instead: 'Write it as https://desk.example.com.',
    isBroken: isHttp,
  },
  {
    names: ['TRUST_PROXY'],
    refuses: 'to be told nothing of the proxy that ends TLS: no cookie would be set and no form taken',
    instead: 'Write how many proxies stand in front, as 1, or their networks, as 10.0.0.0/8.',
    isBroken: (written, { PUBLIC_URL }) => /^(|0|false)$/.test(written) && !isHttp(PUBLIC_URL),
  },
  {
    names: ['SESSION_SECRET', 'MARKETPLACE_EVENT_SECRET'],
    refuses: 'the development secret',
    instead: 'Write 32 random bytes, as `openssl rand -hex 32` prints them.',
    isBroken: written => written.startsWith('development-'),
  },
  {
    names: ['SMTP_URL'],
    refuses: 'to send without TLS to another machine, or to one that is not who it says',
    instead:
      'Write `smtps://…`, or `smtp://…?requireTLS=true` for a server that changes to TLS, and no `tls.rejectUnauthorized=false`.',
    isBroken: sendsInTheOpen,
  },
  {
    names: [
      'PRODUCT_CONSOLE_URL',
      'PRODUCT_WEBHOOK_URL',
      'TIMELINE_WEBHOOK_URL',
      'STAFF_CHAT_URL',
      'MARKETPLACE_QUEUE_URL',
      'OIDC_ISSUER',
      'OFFER_URL_TEMPLATE',
      'MARKETPLACE_MANAGE_URL',
    ],
    refuses: 'an address without TLS',
    instead: 'Write it as https://host/path.',
    isBroken: isHttp,
  },
  {
    names: ['MARKETPLACE_SNS_CERT_HOST'],
    refuses: 'any signature but those of AWS',
    instead: 'Remove MARKETPLACE_SNS_CERT_HOST.',
    isBroken: written => written !== '',
  },
  {
    names: ['OFFERDESK_TIME_SCALE'],
    refuses: 'time that does not run as it does for customers',
    instead: 'Remove it.',
    isBroken: written => Number(written) !== 1,
  },
];

/** One problem for each setting with which production does not start; none outside of it. */
export function refusedInProduction(all: Written<typeof settings>): string[] {
  if (all.NODE_ENV !== 'production') return [];
  return bans.flatMap(({ names, refuses, instead, isBroken }) =>
    names
      .filter(name => isBroken(all[name], all))
      .map(name => `${name}: production refuses ${refuses}. ${instead}`),
  );
}

function sendsInTheOpen(written: string): boolean {
  const url = URL.parse(written);
  if (url?.searchParams.get('tls.rejectUnauthorized') === 'false') return true;
  if (url?.protocol !== 'smtp:' || isThisMachine(url.hostname)) return false;
  return url.searchParams.get('requireTLS') !== 'true' || url.searchParams.get('ignoreTLS') === 'true';
}
