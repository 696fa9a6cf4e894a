import { isNetwork, networkNames, networks } from './reading/networks.ts';
import { hostName, isHostName, oneOf, wholeNumber } from './reading/readers.ts';
import type { Setting } from './reading/setting.ts';

const port = wholeNumber({ min: 0, max: 65_535 });

/** The process, and how it is reached. */
export const web = {
  NODE_ENV: {
    means:
      '`production` refuses what is meant for one machine, see [What production refuses](#what-production-refuses)',
    default: 'development',
    read: oneOf('development', 'test', 'production'),
  },
  LOG_LEVEL: {
    means: 'trace, debug, info, warn, error, fatal, silent',
    default: 'info',
    read: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  },
  HOST: { means: 'address the api listens on', default: '127.0.0.1', read: hostName },
  PORT: { means: 'port of the api', default: '3000', read: port },
  WORKER_PORT: { means: "port of the worker's health", default: '3001', read: port },
  PUBLIC_URL: {
    means: 'how buyers and AWS reach the api: scheme and host, without a path',
    default: 'http://localhost:3000',
    read: publicUrl,
  },
  HEALTH_FROM: {
    means:
      'networks from which the api answers `/health/ready` and `/metrics`, separated by commas; from elsewhere they are not found',
    default: 'loopback,linklocal,uniquelocal',
    read: networks,
  },
  TRUST_PROXY: {
    means:
      'whose X-Forwarded-* are believed: how many proxies stand in front, or their networks, separated by commas; empty: nobody’s, and with an https `PUBLIC_URL` those of a proxy on this machine',
    default: '',
    read: trustedProxies,
  },
} satisfies Record<string, Setting>;

/** Always without a slash at its end, so that a path can follow. */
function publicUrl(written: string, name: string): string {
  const url = URL.parse(written);
  const isOrigin = url && /^https?:$/.test(url.protocol) && [`${url.origin}/`, url.origin].includes(url.href);
  if (isOrigin && leadsSomewhere(url.hostname)) return url.origin;
  throw new Error(`${name}=${written} does not hold. Write it as https://desk.example.com, without a path.`);
}

/** Where a process listens is no address for others, and a place for a name is no name. */
const leadsSomewhere = (host: string) => isHostName(host) && !/^(0\.0\.0\.0|\[::\])$/.test(host);

type Trust = string[] | ((address: string, hop: number) => boolean);

/** Networks, or the nearest so many proxies, as Fastify takes them. With all, each caller could choose his own address. */
function trustedProxies(written: string, name: string): Trust | false {
  const networks = written.split(',').map(each => each.trim());
  if (/^(|false|00?)$/.test(written)) return false;
  if (/^\d{1,2}$/.test(written)) return (_address, hop) => hop < Number(written);
  if (networks.every(each => networkNames.includes(each) || isNetwork(each))) return networks;
  throw new Error(
    `${name}=${written} does not hold. Write how many proxies stand in front, as 1, or their networks, as 10.0.0.0/8,loopback.`,
  );
}
