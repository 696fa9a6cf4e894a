import { currentOffer, type Offer } from '../../../../deal/deal.ts';
import { lastMomentOf } from '../../../../deal/terms/terms.ts';
import { formatDay } from '../../../../shared/i18n/format.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { momentText } from '../../desk-context.ts';
import {
  AgreementFacts,
  EntitlementFacts,
  LicenseFacts,
  OrganizationFacts,
  RegistrationFacts,
} from './agreement-facts.tsx';
import { type FactsProps, idItem, Part, words } from './fact-parts.tsx';
import { OtherPurchases } from './other-purchases.tsx';

/** What AWS knows of the deal, and every id, part by part; a part that has not happened yet is not shown. Folded: few need it. */
export function Facts(props: FactsProps & { temporalUrl?: string }) {
  const { facts, id, temporal } = words(props.context);
  const { deal, temporalUrl } = props;
  return (
    <details class="card card--fold" data-fold="facts">
      <summary>
        <h2>{facts}</h2>
      </summary>
      <SummaryList
        items={[
          idItem(props.context, { label: id, value: deal.dealId }),
          { label: temporal.label, value: temporalUrl && <a href={temporalUrl}>{temporal.open}</a> },
        ]}
      />
      <OfferFacts {...props} />
      <AgreementFacts {...props} />
      <OtherPurchases {...props} />
      <LicenseFacts {...props} />
      <RegistrationFacts {...props} />
      <OrganizationFacts {...props} />
      <EntitlementFacts {...props} />
      <InquiryFacts {...props} />
    </details>
  );
}

function OfferFacts({ context, deal }: FactsProps) {
  const { messages, lang, now } = context;
  const offer = currentOffer(deal) ?? deal.offers.at(-1);
  const {
    offer: title,
    offerId,
    lastDay,
    released,
    state,
    termsVersion,
    changeSet,
    version,
  } = words(context);
  const running = deal.changeSet?.changeSetId;
  if (!offer && !running) return null;
  return (
    <Part
      id="offer"
      title={title}
      items={[
        { label: state, value: offer && messages.desk.offerStates[offer.state] },
        {
          label: lastDay,
          value: offer && (
            <>
              {formatDay(offer.expiresOn, lang)}
              {offer.state === 'released' && (
                <div class="quiet small">
                  {momentText(context, lastMomentOf(offer.expiresOn))} ·{' '}
                  <Countdown until={lastMomentOf(offer.expiresOn)} now={now} lang={lang} />
                </div>
              )}
            </>
          ),
        },
        { label: released, value: offer && momentText(context, offer.releasedAt) },
        { label: messages.reminders.seen.label, value: offer && seenText(offer, { context, deal }) },
        { label: termsVersion, value: offer && version(offer.termsVersion) },
        idItem(context, { label: offerId, value: offer?.offerId }),
        idItem(context, { label: changeSet, value: running ?? offer?.changeSetId }),
      ]}
    />
  );
}

/** Whether somebody has had the offer before his eyes; what he does there tells it too. */
function seenText(
  { seenAt, scannedAt, releasedAt, state }: Offer,
  { context, deal: { buyerActedAt, closed } }: FactsProps,
): string | undefined {
  const { seen } = context.messages.reminders;
  if (seenAt) return momentText(context, seenAt);
  if (state !== 'released' || closed) return undefined;
  const reacted = buyerActedAt !== undefined && buyerActedAt > releasedAt;
  if (reacted) return seen.reacted(momentText(context, buyerActedAt));
  return scannedAt ? seen.perhapsScanner(momentText(context, scannedAt)) : seen.notYet;
}

function InquiryFacts({ context, deal: { inquiry, openedAt } }: FactsProps) {
  const { inquiry: title, received, awsAccount } = words(context);
  return (
    <Part
      id="inquiry"
      title={title}
      items={[
        { label: received, value: momentText(context, openedAt) },
        idItem(context, { label: awsAccount, value: inquiry.awsAccountId }),
      ]}
    />
  );
}
