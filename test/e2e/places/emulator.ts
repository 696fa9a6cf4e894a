import { visitor } from '../../api/buyers/visitor.ts';
import { BUYER, clientsOf, releasedOffer } from '../../emulator/offers.ts';
import type { Product } from '../../support/product.ts';
import type { Place } from './place.ts';

/** The buyer's pages of the local AWS, with an offer to accept and one that was accepted. */
export async function emulatorPlaces({ emulator }: Product): Promise<Place[]> {
  const clients = clientsOf(emulator);
  const [open, taken] = await Promise.all([releasedOffer(clients), releasedOffer(clients)]);
  emulator.accept({ offerId: taken, accountId: BUYER });
  const by = visitor(() => emulator.url);
  await by.post('/marketplace/sign-in', { account: BUYER });
  const at = (path: string) => `${emulator.url}${path}`;
  const offer = (id: string) => at(`/marketplace/private-offer?offerId=${id}`);
  return [
    { name: 'emulator: sign in', url: at('/marketplace/sign-in') },
    { name: 'emulator: offer of another account', url: offer(open), status: 404 },
    { name: 'emulator: offers', url: at('/marketplace/private-offers'), by },
    { name: 'emulator: offer', url: offer(open), by },
    { name: 'emulator: offer, accepted', url: offer(taken), by },
    { name: 'emulator: subscriptions', url: at('/marketplace/subscriptions'), by },
    { name: 'emulator: control', url: at('/control'), only: 'en' },
  ];
}
