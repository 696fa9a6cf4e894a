import { canonicalEmail } from '../../../deal/contract/email.ts';
import { openDealOf, type ReceivedMail, tellDeal } from '../../../shared/mail/inbound/receive-mail.ts';
import type { InboundMailRecord } from '../../../shared/models/mail/inbound-mail.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import { startDeal } from '../../../shared/temporal/start-deal.ts';
import type { Deps } from '../../deps.ts';

/** What a person has said of a mail that was held. */
export type Verdict = { as: 'message'; dealId: string } | { as: 'inquiry' } | { as: 'dismissed' };

/** Why it was not done: `gone`: somebody else was quicker; `deal`: there is no such open deal. */
export type Settled = { state: 'message' | 'inquiry' | 'dismissed' } | { problem: 'gone' | 'deal' };

/** Does what was said. The ids of what follows come from the mail, so that twice is once. Throws the Problem temporalUnavailable. */
export async function settle(
  deps: Deps,
  { id, verdict, by }: { id: string; verdict: Verdict; by: string },
): Promise<Settled> {
  const held = await deps.db.inboundMails.findOne({ _id: id, state: 'held' }).lean();
  if (!held) return { problem: 'gone' };
  const received = await done(deps, held, verdict);
  if (!received || received.state === 'held') return { problem: 'deal' };
  const { state, dealId } = received;
  await deps.db.inboundMails.updateOne(
    { _id: id, state: 'held' },
    { $set: { state, settledBy: by, ...(dealId && { dealId }) }, $unset: { text: 1 } },
  );
  return { state: verdict.as };
}

async function done(
  deps: Deps,
  held: InboundMailRecord,
  verdict: Verdict,
): Promise<ReceivedMail | undefined> {
  const { config, now, temporal } = deps;
  const { from, subject = '', text = '', attachments = 0 } = held;
  const email = canonicalEmail(from.email);
  const mail = { messageId: held._id, from: { name: from.name ?? '', email }, subject, text, attachments };
  switch (verdict.as) {
    case 'dismissed':
      return { state: 'dismissed' };
    case 'inquiry':
      return openDealOf(
        { config, now, open: input => startDeal(temporal, config, input) },
        { ...mail, to: [], answers: [] },
      );
    case 'message':
      return tellDeal(
        { now, signal: (id, command) => signalDeal(temporal, id, command) },
        { mail, ...verdict },
      );
  }
}
