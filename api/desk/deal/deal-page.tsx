import { Badge, StageBadge } from '../../ui/badge.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { DealMails } from '../mails/deal-mails.tsx';
import { DealAlerts } from './alerts.tsx';
import { Facts } from './facts/facts.tsx';
import { Planned } from './facts/planned.tsx';
import { Versions } from './facts/versions.tsx';
import { NextStep } from './next-step.tsx';
import { History } from './timeline/history.tsx';
import { type DealView, dealUrl } from './view.ts';

/** Everything about one deal, beginning with what must be done. */
export function DealPage({ view }: { view: DealView }) {
  const { context, deal } = view;
  return (
    <DeskFrame context={context} title={deal.inquiry.company} current="deals">
      <Heading view={view} />
      <DealAlerts view={view} />
      <div class="columns">
        <div class="stack stack--roomy">
          <NextStep view={view} />
          <Versions view={view} />
          <History view={view} />
        </div>
        <div class="stack">
          <Planned view={view} />
          <DealMails context={context} dealId={deal.dealId} mails={view.mails} />
          <Facts context={context} deal={deal} />
        </div>
      </div>
    </DeskFrame>
  );
}

function Heading({ view: { context, deal, colleagues } }: { view: DealView }) {
  const { messages } = context;
  const { desk } = messages;
  const owner = colleagues.find(({ email }) => email === deal.owner)?.name ?? deal.owner;
  return (
    <div class="stack stack--tight">
      <div class="heading__title">
        <h1 class="name">{deal.inquiry.company}</h1>
        <StageBadge stage={deal.stage} messages={messages} />
        {deal.stuck.length > 0 && <Badge tone="danger">{desk.list.stuck}</Badge>}
      </div>
      <div class="facts-line">
        <span>{desk.deal.since(momentText(context, deal.stageSince))}</span>
        <span>{owner ? messages.ui.labelled(desk.deal.owner, owner) : desk.deal.noOwner}</span>
        {deal.inquiry.follows && (
          <span>
            {desk.offerAgain.follows}
            {messages.ui.colon}
            <a href={dealUrl(deal.inquiry.follows)}>{deal.inquiry.follows}</a>
          </span>
        )}
        <span>
          {desk.deal.id}
          {messages.ui.colon}
          <CopyField value={deal.dealId} label={desk.deal.id} messages={messages} />
        </span>
      </div>
    </div>
  );
}
