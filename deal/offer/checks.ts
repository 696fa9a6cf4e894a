/** What the buyer's side can tick before it opens the offer in AWS, in the order in which it goes wrong most often. */
export const checks = ['account', 'permissions', 'privateMarketplace'] as const;
export type Check = (typeof checks)[number];
