import { inquire } from '../../support/deals.ts';
import type { Product } from '../../support/product.ts';
import { type LaidOutDeal, layOutDeals } from './deals.ts';
import { deskPlaces } from './desk.ts';
import { emulatorPlaces } from './emulator.ts';
import type { Place } from './place.ts';
import { setUpPlaces } from './setup.ts';

/** Every kind of page that somebody can come to, each in the states that look another way. */
export async function everyPlace(product: Product): Promise<Place[]> {
  const deals = await layOutDeals(product);
  const [desk, setUp, emulator, sent] = await Promise.all([
    deskPlaces(product, deals),
    setUpPlaces(product, deals),
    emulatorPlaces(product),
    inquire(product),
  ]);
  const at = (path: string) => `${product.url}${path}`;
  return [
    { name: 'inquiry, refused', url: at('/inquiry'), press: '.button--primary' },
    { name: 'inquiry, sent', url: at(`/inquiry/sent/${sent}`) },
    ...buyerPlaces(deals),
    { name: 'arrival without a token', url: at('/marketplace/register') },
    ...setUp,
    ...desk,
    { name: 'no such page', url: at('/nothing-here'), status: 404 },
    ...emulator,
    { name: 'mailbox', url: product.mailbox.url, only: 'en' },
  ];
}

const offersShown = [
  'proposed',
  'changeWanted',
  'writing',
  'agreed',
  'takenBack',
  'offered',
  'moreTime',
  'settingUp',
  'active',
  'declined',
];
/** What a buyer keeps on paper: what was proposed, and once everything is set up, what was agreed. */
const sheets: Partial<Record<string, number>> = { proposed: 1, offered: 2, active: 1 };
const remindersShown = ['offered'];

function buyerPlaces(deals: LaidOutDeal[]): Place[] {
  const those = (names: string[]) => deals.filter(({ name }) => names.includes(name));
  return [
    ...those(offersShown).map(({ name, offer }) => ({
      name: `offer, ${name}`,
      url: offer,
      sheets: sheets[name],
    })),
    ...those(['proposed']).map(({ offer }) => ({
      name: 'offer, a yes refused',
      url: offer,
      press: '.proposal .button--primary',
    })),
    ...those(['proposed']).flatMap(({ offer }) => [
      { name: 'offer, link ended', url: `${offer}x`, status: 404 },
      { name: 'offer, new link asked for', url: `${offer}x/new-link` },
    ]),
    ...those(remindersShown).map(({ name, reminders }) => ({ name: `reminders, ${name}`, url: reminders })),
  ];
}
