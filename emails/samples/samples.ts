// The desk shows these as previews, and sends them as tests: each is what renderMail asks for but the vendor, the links
// and the moment, which is `sampleNow` for all. A name begins with its template; the rest of it tells the mails of one
// template apart.

import type { Language } from '../../deal/people.ts';
import { resetGoodForHours } from '../../shared/accounts/password-reset-link.ts';
import type { AccountMailProps } from '../../shared/models/outbox.ts';
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
    ...termSamples(posts, { cast, active: late.active }),
    ...stuckSamples(posts, { early, late, bounced: offeredAnd(cast, early.offered).bounced }),
  };
}

/** The mails about accounts, for the same people. Their links open nothing: no such token was ever given out. */
export function accountSamplesIn(language: Language, publicUrl = 'http://localhost:3000'): AccountMailProps {
  const { name, email, timeZone } = casts[language].user;
  return {
    emailVerification: {
      name,
      verifyUrl: `${publicUrl}/verify/example-token`,
      expiresAt: '2026-12-29T23:59:59.000Z',
    },
    verificationReminder: {
      name,
      verifyUrl: `${publicUrl}/verify/example-token`,
      expiresAt: '2026-12-29T23:59:59.000Z',
    },
    accountExists: { name, signInUrl: `${publicUrl}/sign-in` },
    passwordReset: {
      name,
      resetUrl: `${publicUrl}/new-password/example-token`,
      goodForHours: resetGoodForHours,
      expiresAt: '2026-12-28T05:00:00.000Z',
    },
    noAccount: { name: email, signInUrl: `${publicUrl}/sign-in` },
    passwordChanged: {
      name,
      timeZone,
      changedAt: '2026-12-28T03:12:00.000Z',
      forgottenUrl: `${publicUrl}/forgot-password`,
    },
    webhookPaused: {
      name: casts[language].owner.name,
      timeZone: 'Asia/Tokyo',
      pausedAt: '2026-12-28T02:00:00.000Z',
      pausedFor: 'failing',
      pageUrl: `${publicUrl}/desk/webhooks`,
    },
  };
}
