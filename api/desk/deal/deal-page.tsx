import { DeskFrame } from '../desk-frame.tsx';
import { DealMails } from '../mails/deal-mails.tsx';
import { DealAlerts } from './alerts.tsx';
import { BuyerWords } from './buyer-words.tsx';
import { DraftCard } from './facts/draft-card.tsx';
import { Facts } from './facts/facts.tsx';
import { Planned } from './facts/planned.tsx';
import { Versions } from './facts/versions.tsx';
import { DealHead } from './head/deal-head.tsx';
import { NextStep } from './next-step.tsx';
import { People } from './people/people-card.tsx';
import { Thread } from './timeline/thread.tsx';
import type { DealView } from './view.ts';

/** Everything about one deal on one screen, in the order in which it is read: whose it is, what they say, what to do. */
export function DealPage({ view }: { view: DealView }) {
  const { context, deal } = view;
  const { next } = context.messages.desk.deal;
  return (
    <DeskFrame
      context={context}
      title={deal.inquiry.company}
      current="deals"
      dealId={deal.dealId}
      isLive
      skipTo={[{ href: '#next-step', label: next }]}
    >
      <DealHead view={view} />
      <div id="deal-alerts" class="stack" data-part>
        <DealAlerts view={view} />
      </div>
      <div class="columns columns--deal">
        <div class="stack">
          <BuyerWords view={view} />
          <NextStep view={view} />
          <Thread view={view} />
        </div>
        <div class="stack" id="deal-facts" data-part>
          <DraftCard view={view} />
          <Versions view={view} />
          <Planned view={view} />
          <People view={view} />
          <DealMails context={context} dealId={deal.dealId} mails={view.mails} />
          <Facts context={context} deal={deal} temporalUrl={view.temporalUrl} />
        </div>
      </div>
    </DeskFrame>
  );
}
