import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { isExpired } from '../acceptance.ts';
import { style } from '../buyer/style.ts';
import { RARE_EVENTS } from '../events/rare.ts';
import type { Marketplace } from '../marketplace.ts';
import type * as Kept from '../state.ts';

const LATEST = 30;
const latest = <T,>(all: T[]) => all.slice(-LATEST).reverse();

type Children = { children: ComponentChildren };

function Section({ title, children }: Children & { title: string }) {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Form({ action, button, children }: Children & { action: string; button: string }) {
  return (
    <form class="actions" method="post" action={`/control/${action}`}>
      {children}
      <button type="submit" class="button quiet">
        {button}
      </button>
    </form>
  );
}

const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

function Field({ name, value, hint }: { name: string; value?: string | number; hint?: string }) {
  return (
    <label>
      {name} <input type="text" name={name} value={value} placeholder={hint} />
    </label>
  );
}

function Choice({ name, options, value }: { name: string; options: readonly string[]; value?: string }) {
  return (
    <label>
      {name}{' '}
      <select name={name}>
        {options.map(option => (
          <option value={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

function Rows({ head, none, children }: { head: string[]; none: string; children: ComponentChildren[] }) {
  if (children.length === 0) return <p class="intro">{none}</p>;
  return (
    <table class="stack">
      <thead>
        <tr>
          {head.map(each => (
            <th>{each}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

const End = ['CANCELLED', 'TERMINATED', 'EXPIRED', 'ROLLED_BACK'];

function AgreementRow({ agreement }: { agreement: Kept.Agreement }) {
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
        <Form action="end-agreement" button="End">
          <Hidden name="agreementId" value={id} />
          <Choice name="status" options={End} />
        </Form>
        <Form action="renew-agreement" button="Renew">
          <Hidden name="agreementId" value={id} />
        </Form>
        <Form action="publish-event" button="Publish">
          <Hidden name="agreementId" value={id} />
          <Choice name="type" options={RARE_EVENTS} />
        </Form>
      </td>
    </tr>
  );
}

function EventRow({ event: { envelope, state, deliveries } }: { event: Kept.MarketplaceEvent }) {
  const last = deliveries.at(-1);
  return (
    <tr>
      <td data-label="Event">
        {envelope['detail-type']}
        <small>{envelope.resources[0]}</small>
      </td>
      <td data-label="Time">{envelope.time}</td>
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

function ChangeSetRow({ changeSet }: { changeSet: Kept.ChangeSet }) {
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

function OfferRow({ market, offer }: { market: Marketplace; offer: Kept.Offer }) {
  return (
    <tr>
      <td data-label="Offer">
        <a href={`/marketplace/private-offer?offerId=${offer.id}`}>{offer.id}</a>
        <small>{offer.name}</small>
      </td>
      <td data-label="State">{isExpired(market, offer) ? 'Expired' : offer.state}</td>
      <td data-label="Ends">{offer.availabilityEndDate}</td>
      <td data-label="Accounts">{offer.buyerAccounts?.join(', ')}</td>
    </tr>
  );
}

const CancellationRow = ({ request }: { request: Kept.CancellationRequest }) => (
  <tr>
    <td data-label="Request">
      {request.id}
      <small>{request.agreementId}</small>
    </td>
    <td data-label="Status">{request.status}</td>
    <td data-label="Do">
      <Form action="answer-cancellation" button="Answer as the buyer">
        <Hidden name="requestId" value={request.id} />
        <Choice name="approve" options={['true', 'false']} />
      </Form>
    </td>
  </tr>
);

const NUMBERS = [
  'changeSetDelay',
  'agreementEventDelay',
  'licenseDelay',
  'entitlementLag',
  'registrationTokenLifetime',
  'concurrentOffers',
  'eventAttempts',
  'failNextPayments',
] as const;
const FLAGS = ['emptyEntitlementPage', 'singleUseTokens'] as const;
const MODES = ['duplicate', 'reorder', 'drop'] as const;

function SettingsForm({ settings }: { settings: Kept.Settings }) {
  const flag = (name: string, value: unknown) => (
    <Choice name={name} options={['true', 'false']} value={String(value === true || Array.isArray(value))} />
  );
  return (
    <Form action="settings" button="Save settings">
      {NUMBERS.map(name => (
        <Field name={name} value={settings[name]} />
      ))}
      <Field name="events.delay" value={settings.events.delay} />
      {MODES.map(name => flag(`events.${name}`, settings.events[name]))}
      {FLAGS.map(name => flag(name, settings[name]))}
      <Choice name="snsSignatureVersion" options={['1', '2']} value={settings.snsSignatureVersion} />
      <Field name="fulfillmentUrl" value={settings.fulfillmentUrl} />
    </Form>
  );
}

const KINDS = ['throttle', 'error', 'latency', 'timeout', 'reset', 'lostAnswer'];

function Faults({ faults }: { faults: Kept.Fault[] }) {
  return (
    <>
      <Form action="faults" button="Plan fault">
        <Field name="operation" hint="StartChangeSet, or * for all" />
        <Choice name="kind" options={KINDS} />
        <Field name="times" value={1} />
        <Field name="delay" hint="ms, for latency" />
      </Form>
      <ul>
        {faults.map(fault => (
          <li>
            {fault.operation}: {fault.kind}, {fault.times} more
          </li>
        ))}
      </ul>
      <Form action="clear-faults" button="Clear faults">
        {null}
      </Form>
      <h3>Next change set fails</h3>
      <Form action="change-set-failure" button="Plan failure">
        <Field name="code" hint="INVALID_BUYER_ACCOUNTS" />
        <Field name="message" value="Planned by the control page." />
        <Field name="changeType" hint="UpdateTargeting" />
      </Form>
    </>
  );
}

function ControlPage({ market, problem }: { market: Marketplace; problem?: string | undefined }) {
  const { state } = market;
  return (
    <main class="wide">
      <h1>Control</h1>
      <p class="intro">What is under way in this local marketplace, and what it should do next.</p>
      {problem ? (
        <p class="alert" role="alert">
          {problem}
        </p>
      ) : null}
      <Section title="Clock">
        <p>
          Business time is <strong>{market.clock.now().toISOString()}</strong>, running {state.clock.scale}{' '}
          times as fast as real time.
        </p>
        <Form action="clock" button="Change clock">
          <Field name="advance" hint="P1D" />
          <Field name="scale" hint={String(state.clock.scale)} />
        </Form>
      </Section>
      <Section title="Offers">
        <Rows head={['Offer', 'State', 'Ends', 'Accounts']} none="No offers yet.">
          {latest(Object.values(state.offers)).map(offer => (
            <OfferRow market={market} offer={offer} />
          ))}
        </Rows>
      </Section>
      <Section title="Agreements">
        <Rows head={['Agreement', 'Account', 'State', 'Do']} none="No agreements yet.">
          {latest(Object.values(state.agreements)).map(agreement => (
            <AgreementRow agreement={agreement} />
          ))}
        </Rows>
      </Section>
      <Section title="Cancellation requests">
        <Rows head={['Request', 'Status', 'Do']} none="No cancellation requests.">
          {latest(Object.values(state.cancellationRequests)).map(request => (
            <CancellationRow request={request} />
          ))}
        </Rows>
      </Section>
      <Section title="Change sets">
        <Rows head={['Change set', 'Status', 'Errors']} none="No change sets yet.">
          {latest(Object.values(state.changeSets)).map(changeSet => (
            <ChangeSetRow changeSet={changeSet} />
          ))}
        </Rows>
      </Section>
      <Section title="Events">
        <p class="intro">Sent to {state.settings.eventTarget?.url ?? 'the queue only'}.</p>
        <Rows head={['Event', 'Time', 'Delivery', 'Do']} none="No events yet.">
          {latest(state.events).map(event => (
            <EventRow event={event} />
          ))}
        </Rows>
      </Section>
      <Section title="Faults">
        <Faults faults={state.faults} />
      </Section>
      <Section title="Settings">
        <SettingsForm settings={state.settings} />
      </Section>
      <Section title="Start afresh">
        <p>Forgets every offer, agreement and event.</p>
        <Form action="reset" button="Reset">
          {null}
        </Form>
      </Section>
    </main>
  );
}

/** The control page as HTML. */
export const controlPage = (market: Marketplace, problem?: string) =>
  `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Control | Local AWS Marketplace</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header class="bar">
          <strong>Local AWS Marketplace</strong>
          <nav aria-label="Pages">
            <a href="/marketplace/private-offers">Buyer’s pages</a>
            <a href="/control" aria-current="page">
              Control
            </a>
          </nav>
        </header>
        <ControlPage market={market} problem={problem} />
      </body>
    </html>,
  )}`;
