import { keysOf } from '../../deal/keys-of.ts';
import { people } from '../../local/people.ts';
import type { Result } from '../benchmark.ts';
import { rounded } from '../statistics.ts';
import { type Asked, p95Of } from './p95.ts';
import { signedIn } from './sign-in.ts';

/** How much longer than the list any page may take. */
const most = 3;

/** By who reads them. */
const paths = {
  sales: [
    'report',
    'stuck',
    'events',
    'events/mails',
    'mails',
    'mails/addresses',
    'mails/templates',
    'mails/templates/offer',
    'webhooks',
    'inquiries/new',
    'profile',
    'keys',
  ],
  approver: ['approvals', 'audit'],
  admin: [
    'settings/start',
    'settings/people',
    'settings/products',
    'settings/limits',
    'settings/reminders',
    'settings/second-factor',
    'settings/vendor',
    'settings/chat',
    'settings/keys',
    'settings/changes',
  ],
} as const;

interface Given {
  url: string;
  dealId: string;
  offerPage: string;
  headers: Asked['headers'];
}

/** The p95 of every other page beside that of the list of deals, with as many deals as there are. */
export async function besideList(
  { url, dealId, offerPage, headers }: Given,
  quick: boolean,
): Promise<Result[]> {
  const pages: Asked[] = [];
  for (const role of keysOf(paths)) {
    const cookie = await signedIn(
      url,
      people.find(person => person.role === role),
    );
    const own = () => ({ ...headers(), cookie });
    const page = (path: string) => ({ what: `/desk/${path}`, url: `${url}/desk/${path}`, headers: own });
    if (role === 'sales') pages.push(page('deals'), page(`deals/${dealId}`), page(`deals/${dealId}/terms`));
    pages.push(...paths[role].map(page));
  }
  pages.push({ what: 'the buyer’s deal page', url: offerPage, headers });
  pages.push({ what: 'the door', url: `${url}/`, headers });
  const [list, ...others] = await p95Of(pages, quick);
  const ofList = list?.ms ?? Number.NaN;
  return others.map(({ what, ms }) => ({
    what: `${what}, p95`,
    ours: `${rounded(ms)} ms`,
    reference: `${rounded(ofList)} ms the list`,
    budget: `≤ ${most} ×, is ${(ms / ofList).toFixed(2)} ×`,
    holds: ms <= most * ofList,
  }));
}
