import { isOpen } from '../agreements/cancellation.ts';
import { offerPath } from '../buyer/show.tsx';
import type { Agreement, CancellationRequest, RegistrationToken } from '../engine/agreement.ts';
import type { ChangeSet } from '../engine/change-set.ts';
import type { MarketplaceEvent } from '../engine/event.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import type { Offer } from '../engine/offer.ts';
import { isExpired } from '../offers/visibility.ts';
import { Choice, Field, Form, Hidden } from './parts.tsx';
import { RARE_EVENTS } from './rare-events.ts';

const End = ['CANCELLED', 'TERMINATED', 'EXPIRED', 'ROLLED_BACK'];

export function AgreementRow({ agreement }: { agreement: Agreement }) {
  const { id } = agreement;
  return (
    <tr>
      <td data-label="Agreement">
        {id}
        <small>{agreement.offerId}</small>
      </td>
      <td data-label="Account">{agreement.acceptorAccountId}</td>
      <td data-label="State">
        {agreement.status}
        <small>license {agreement.license}</small>
      </td>
      <td data-label="Do">
        {agreement.status === 'ACTIVE' ? <LaterLife agreement={agreement} /> : null}
        <Form action="publish-event" button="Publish">
          <Hidden name="agreementId" value={id} />
          <Choice name="type" options={RARE_EVENTS} />
        </Form>
      </td>
    </tr>
  );
}

function LaterLife({ agreement: { id, entitlements, endTime } }: { agreement: Agreement }) {
  return (
    <>
      <Form action="end-agreement" button="End">
        <Hidden name="agreementId" value={id} />
        <Choice name="status" options={End} />
      </Form>
      <Form action="amend-agreement" button="Amend">
        <Hidden name="agreementId" value={id} />
        {entitlements.map(({ dimension, quantity }) => (
          <Field name={`units.${dimension}`} value={quantity} />
        ))}
        <Field name="endTime" value={endTime ?? ''} />
      </Form>
      <Form action="renew-agreement" button="Renew">
        <Hidden name="agreementId" value={id} />
      </Form>
    </>
  );
}

export function EventRow({ event: { envelope, state, deliveries } }: { event: MarketplaceEvent }) {
  const last = deliveries.at(-1);
  return (
    <tr>
      <td data-label="Event">
        {envelope['detail-type']}
        <small>{envelope.resources[0]}</small>
      </td>
      <td data-label="Time" class="time">
        {envelope.time}
      </td>
      <td data-label="Delivery">
        {state}
        <small>{last ? `try ${deliveries.length}: ${last.status ?? last.error}` : ''}</small>
      </td>
      <td data-label="Do">
        {state === 'kept' ? null : (
          <Form action="redeliver" button="Send again">
            <Hidden name="eventId" value={envelope.id} />
          </Form>
        )}
      </td>
    </tr>
  );
}

export function ChangeSetRow({ changeSet }: { changeSet: ChangeSet }) {
  return (
    <tr>
      <td data-label="Change set">
        {changeSet.id}
        <small>{changeSet.name}</small>
      </td>
      <td data-label="Status">{changeSet.status}</td>
      <td data-label="Errors">
        {changeSet.changes.flatMap(change =>
          change.errors.map(error => (
            <small>
              {change.changeType}: {error.code} {error.message}
            </small>
          )),
        )}
      </td>
    </tr>
  );
}

export function OfferRow({ market, offer }: { market: Marketplace; offer: Offer }) {
  const isOver = isExpired(market, offer);
  return (
    <tr>
      <td data-label="Offer">
        <a href={offerPath(offer)}>{offer.id}</a>
        <small>{offer.name}</small>
      </td>
      <td data-label="State">{isOver ? 'Expired' : offer.state}</td>
      <td data-label="Ends">{offer.availabilityEndDate}</td>
      <td data-label="Accounts">{offer.buyerAccounts?.join(', ')}</td>
      <td data-label="Do">
        {offer.state === 'Released' && !isOver ? (
          <Form action="end-offer" button="End in the console">
            <Hidden name="offerId" value={offer.id} />
          </Form>
        ) : null}
      </td>
    </tr>
  );
}

export const CancellationRow = ({
  market,
  request,
}: {
  market: Marketplace;
  request: CancellationRequest;
}) => (
  <tr>
    <td data-label="Request">
      {request.id}
      <small>{request.agreementId}</small>
    </td>
    <td data-label="Status">{request.status}</td>
    <td data-label="Do">
      {isOpen(market, request) ? (
        <Form action="answer-cancellation" button="Answer as the buyer">
          <Hidden name="requestId" value={request.id} />
          <Choice name="approve" options={['true', 'false']} />
        </Form>
      ) : null}
    </td>
  </tr>
);

/** The token itself is shown in part only: enough to find it in a log of the seller. */
export const TokenRow = ({ token }: { token: RegistrationToken }) => (
  <tr>
    <td data-label="Token">
      {token.token.slice(0, 12)}…<small>{token.agreementId}</small>
    </td>
    <td data-label="Resolved">{token.resolved}</td>
    <td data-label="State">{token.expired ? 'expired' : 'good'}</td>
    <td data-label="Do">
      <Form action="expire-token" button="Expire">
        <Hidden name="token" value={token.token} />
      </Form>
    </td>
  </tr>
);
