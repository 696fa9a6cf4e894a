import type { Product } from './product.ts';

/** The api's clock, which a test can put ahead. The worker and the marketplace keep their own. */
export function movableClock({ deps }: Pick<Product, 'deps'>): { aheadMs: number } {
  const clock = { aheadMs: 0 };
  const { now } = deps;
  deps.now = () => new Date(Date.parse(now()) + clock.aheadMs).toISOString();
  return clock;
}
