import { renderToString } from 'preact-render-to-string';
import { style } from '../buyer/style.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { Field, Form, Rows, Section } from './parts.tsx';
import { Faults, SettingsForm } from './plans.tsx';
import { AgreementRow, CancellationRow, ChangeSetRow, EventRow, OfferRow, TokenRow } from './rows.tsx';

const LATEST = 30;
const latest = <T,>(all: T[]) => all.slice(-LATEST).reverse();

function Clock({ market: { clock, state } }: { market: Marketplace }) {
  return (
    <Section title="Clock">
      <p>
        Business time is <strong>{clock.now().toISOString()}</strong>, running {state.clock.scale} times as
        fast as real time.
      </p>
      <Form action="clock" button="Change clock">
        <Field name="advance" hint="P1D" />
        <Field name="scale" hint={String(state.clock.scale)} />
      </Form>
    </Section>
  );
}

function Selling({ market }: { market: Marketplace }) {
  const { state } = market;
  return (
    <>
      <Section title="Offers">
        <Rows head={['Offer', 'State', 'Ends', 'Accounts', 'Do']} none="No offers yet.">
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
      <Section title="Registration tokens">
        <Rows head={['Token', 'Resolved', 'State', 'Do']} none="No registration tokens yet.">
          {latest(Object.values(state.registrationTokens)).map(token => (
            <TokenRow token={token} />
          ))}
        </Rows>
      </Section>
    </>
  );
}

function UnderWay({ market }: { market: Marketplace }) {
  const { state } = market;
  return (
    <>
      <Section title="Cancellation requests">
        <Rows head={['Request', 'Status', 'Do']} none="No cancellation requests.">
          {latest(Object.values(state.cancellationRequests)).map(request => (
            <CancellationRow market={market} request={request} />
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
    </>
  );
}

function ControlPage({ market, problem }: { market: Marketplace; problem?: string | undefined }) {
  return (
    <main class="wide">
      <h1>Control</h1>
      <p class="intro">What is under way in this local marketplace, and what it should do next.</p>
      {problem ? (
        <p class="alert" role="alert">
          {problem}
        </p>
      ) : null}
      <Clock market={market} />
      <Selling market={market} />
      <UnderWay market={market} />
      <Section title="Faults">
        <Faults faults={market.state.faults} />
      </Section>
      <Section title="Settings">
        <SettingsForm settings={market.state.settings} />
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
