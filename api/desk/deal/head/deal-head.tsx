import { currentOffer, type Deal, latestTerms } from '../../../../deal/deal.ts';
import { lastMomentOf } from '../../../../deal/terms/terms.ts';
import { worthOf } from '../../../../deal/worth.ts';
import { formatDay, formatMoney } from '../../../../shared/i18n/format.ts';
import { Badge, StageBadge } from '../../../ui/badge.tsx';
import { Countdown } from '../../../ui/countdown.tsx';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { nameOf } from '../../staff.ts';
import { type DealView, dealUrl } from '../view.ts';
import { StageStrip } from './stage-strip.tsx';

/** What stays in sight: whose deal it is, how it stands, what it is worth, until when, and who looks after it. */
export function DealHead({ view }: { view: DealView }) {
  const { context, deal } = view;
  const { messages } = context;
  const { desk } = messages;
  return (
    <div class="deal-head" id="deal-head" data-part>
      <div class="deal-head__row">
        <div>
          <div class="heading__title">
            <h1 class="name">{deal.inquiry.company}</h1>
            <StageBadge stage={deal.stage} messages={messages} />
            {deal.stuck.length > 0 && <Badge tone="danger">{desk.list.stuck}</Badge>}
          </div>
          <div class="facts-line">
            <span>{deal.inquiry.contact.name}</span>
            <span>{desk.deal.since(momentText(context, deal.stageSince))}</span>
            <Follows view={view} />
          </div>
        </div>
        <Facts view={view} />
      </div>
      <StageStrip view={view} />
    </div>
  );
}

function Follows({ view: { context, deal } }: { view: DealView }) {
  const { follows } = deal.inquiry;
  if (!follows) return null;
  const { desk, ui } = context.messages;
  return (
    <span>
      {desk.offerAgain.follows}
      {ui.colon}
      <a href={dealUrl(follows)}>{follows}</a>
    </span>
  );
}

function Facts({ view: { context, deal, colleagues } }: { view: DealView }) {
  const { desk } = context.messages;
  const worth = worthOf(deal);
  const owner = nameOf(deal.owner, colleagues);
  return (
    <dl class="deal-head__facts">
      {worth && (
        <div>
          <dt>{desk.list.amount}</dt>
          <dd class="number">
            {formatMoney(worth.amount, { currency: worth.currency, language: context.lang })}
          </dd>
        </div>
      )}
      <LastDay context={context} deal={deal} />
      <div>
        <dt>{desk.deal.owner}</dt>
        <dd>{owner ?? <span class="quiet">{desk.deal.noOwner}</span>}</dd>
      </div>
    </dl>
  );
}

/** Of the term once there is an agreement, of the offer until then. */
function LastDay({ context, deal }: { context: DeskContext; deal: Deal }) {
  const { messages, lang, now } = context;
  const { desk } = messages;
  const day = currentOffer(deal)?.expiresOn ?? latestTerms(deal)?.terms.offerExpiresOn;
  const end = deal.agreement ? deal.agreement.endsAt : day && lastMomentOf(day);
  if (!end) return null;
  return (
    <div>
      <dt>{deal.agreement ? desk.differences.term : desk.parts.offerExpiresOn}</dt>
      <dd>
        {deal.agreement || !day ? momentText(context, end) : formatDay(day, lang)}
        {!deal.closed && (
          <span class="quiet small">
            {' '}
            <Countdown until={end} now={now} lang={lang} />
          </span>
        )}
      </dd>
    </div>
  );
}
