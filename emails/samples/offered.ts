import type { Deal } from '../../deal/deal.ts';
import { mailKey } from '../../deal/keys.ts';
import { readerOf } from '../../deal/mails/mails.ts';
import type { Actor } from '../../deal/people.ts';
import type { Cast } from './cast.ts';
import { salesIn } from './negotiated.ts';
import { passed, played, released } from './play.ts';

/** What may become of the sample deal's offer but its acceptance. */
export function offeredAnd(cast: Cast, offered: Deal) {
  const by = salesIn(cast);
  const declining = played(offered, [
    { event: { type: 'declineOffer', reason: cast.reason }, by: buyerIn(cast) },
  ]);
  return {
    extended: released(played(offered, [{ event: { type: 'extendOffer', expiresOn: '2027-01-15' }, by }])),
    withdrawn: released(played(offered, [{ event: { type: 'withdrawOffer', reason: 'replaced' }, by }])),
    declining,
    declined: released(declining),
    expired: passed(offered, 'offerExpires', { at: '2027-01-01T00:00:00.000Z' }),
    lastHours: { ...offered, offers: offered.offers.map(offer => ({ ...offer, expiresOn: '2026-12-28' })) },
    bounced: bounced(cast, offered),
    ...requested(cast, offered),
  };
}

const buyerIn = ({ signer }: Cast): Actor => ({ kind: 'buyer', id: signer.email, name: signer.name });

/** The buyer asks on his page, and nobody answers for a day. */
function requested(cast: Cast, offered: Deal) {
  const at = '2026-12-28T01:10:00.000Z';
  const ask = (type: 'askForChange' | 'askForMoreTime') =>
    played(offered, [{ event: { type, message: cast.reason }, by: buyerIn(cast), at }]);
  const overdue = (deal: Deal) => passed(deal, 'requestDue', { at: '2026-12-28T13:00:00.000Z', of: at });
  const [change, moreTime] = [ask('askForChange'), ask('askForMoreTime')];
  return { change, moreTime, changeOverdue: overdue(change), moreTimeOverdue: overdue(moreTime) };
}

function bounced(cast: Cast, offered: Deal): Deal {
  const { email } = cast.signer;
  const mail = {
    key: mailKey({ seq: offered.seq, template: 'offer', number: 0 }),
    template: 'offer',
    reader: readerOf(cast.signer),
  } as const;
  const detail = `${email}: 550 5.1.1 The email account that you tried to reach does not exist`;
  return played(offered, [{ event: { type: 'mailBounced', mail, detail }, at: '2026-12-28T02:20:00.000Z' }]);
}
