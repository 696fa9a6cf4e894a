import type { BadAddress } from '../../../../shared/models/bad-address.ts';
import { Alert } from '../../../ui/alert.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { dealUrl } from '../../deal/view.ts';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { DeskFrame } from '../../desk-frame.tsx';
import { logUrl } from '../filter.ts';
import { MailPlaces } from '../mail-tabs.tsx';
import { addressesUrl } from '../view.ts';
import type { WaitingDeal } from '../waiting-deals.ts';

export interface AddressesView {
  context: DeskContext;
  /** Newest first. */
  addresses: BadAddress[];
  /** By address. */
  waiting: Map<string, WaitingDeal[]>;
  /** True when there may be more than are shown. */
  isCut: boolean;
  mayMark: boolean;
  /** Why the last press was not taken. */
  problem?: string;
  /** The address that the reader has just said works again. */
  nowGood?: string;
}

/** The addresses at which mail does not arrive, and the deals that wait because of it. */
export function AddressesPage({ view }: { view: AddressesView }) {
  const { context, addresses, isCut, problem } = view;
  const { addresses: words } = context.messages.mailLog;
  return (
    <DeskFrame context={context} title={words.title} current="mails">
      <MailPlaces context={context} current="addresses" lead={words.lead} />
      {problem && <Alert tone="danger" title={problem} />}
      <NowGood view={view} />
      <div class="card card--flush">
        {addresses.length > 0 ? (
          <AddressTable view={view} />
        ) : (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        )}
      </div>
      {isCut && <p class="quiet small">{words.newestOnly(addresses.length)}</p>}
    </DeskFrame>
  );
}

/** The address works again, but a deal that is stuck goes on only when a person says so. */
function NowGood({ view: { context, nowGood, waiting } }: { view: AddressesView }) {
  const { addresses: words } = context.messages.mailLog;
  if (!nowGood) return null;
  const deals = waiting.get(nowGood) ?? [];
  return (
    <Alert tone="success" title={words.nowGood(nowGood)}>
      <p>{deals.length > 0 ? words.tryAgain : words.nothingWaits}</p>
      {deals.length > 0 && <Deals deals={deals} />}
    </Alert>
  );
}

function Deals({ deals }: { deals: readonly WaitingDeal[] }) {
  return (
    <ul class="list">
      {deals.map(({ dealId, company }) => (
        <li key={dealId}>
          <a href={dealUrl(dealId)}>{company}</a>
        </li>
      ))}
    </ul>
  );
}

function AddressTable({ view }: { view: AddressesView }) {
  const { context, addresses, mayMark } = view;
  const { addresses: words } = context.messages.mailLog;
  return (
    <Table
      caption={words.title}
      columns={[
        { label: words.address },
        { label: words.since },
        { label: words.why },
        { label: words.waiting },
        ...(mayMark ? [{ label: words.action }] : []),
      ]}
      rows={addresses.map(address => rowOf(address, view))}
    />
  );
}

function rowOf(address: BadAddress, view: AddressesView): Row {
  const { context, waiting, mayMark } = view;
  const { addresses: words } = context.messages.mailLog;
  const { _id: email, since, reason, source } = address;
  const deals = waiting.get(email) ?? [];
  return {
    key: email,
    cells: [
      <div key="address">
        {email}
        <div class="small">
          <a href={logUrl({ q: email })}>{words.mails}</a>
        </div>
      </div>,
      momentText(context, since.toISOString()),
      <div key="why" class="small">
        {words.sources[source]}
        <div class="quote">{reason}</div>
      </div>,
      deals.length > 0 ? <Deals key="deals" deals={deals} /> : <span class="quiet">{words.noneWaiting}</span>,
      ...(mayMark ? [<Works key="works" context={context} email={email} />] : []),
    ],
  };
}

function Works({ context, email }: { context: DeskContext; email: string }) {
  const { addresses: words } = context.messages.mailLog;
  return (
    <Form action={`${addressesUrl}/good`} keys={context.keys} class="form form--bare" name={email}>
      <input type="hidden" name="email" value={email} />
      <Button kind="secondary" size="small">
        {words.works}
        <span class="visually-hidden"> ({email})</span>
      </Button>
    </Form>
  );
}
