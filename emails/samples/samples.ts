import type { Language } from '../../deal/people.ts';
import { casts } from './cast.ts';
import { negotiationSamples, offerSamples } from './early-mails.ts';
import { setUpSamples, stuckSamples, termSamples } from './late-mails.ts';
import { negotiated } from './negotiated.ts';
import { offeredAnd } from './offered.ts';
import { postsTo, type Sample } from './posts.ts';
import { sold } from './sold.ts';

export { casts } from './cast.ts';
export { sampleNow } from './late-mails.ts';
export type { Sample } from './posts.ts';

/** Every template, and every reader and case for which it has different words, in one language. */
export function samplesIn(language: Language): Record<string, Sample> {
  const cast = casts[language];
  const posts = postsTo(cast, language);
  const early = negotiated(cast);
  const late = sold(cast, early.offered);
  return {
    ...negotiationSamples(posts, early),
    ...offerSamples(posts, { cast, offered: early.offered }),
    ...setUpSamples(posts, { cast, late }),
    ...termSamples(posts, { cast, late }),
    ...stuckSamples(posts, { early, late, bounced: offeredAnd(cast, early.offered).bounced }),
  };
}
