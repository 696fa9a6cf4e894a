import type { ComponentChildren } from 'preact';
import { mayAudit } from '../audit/may-audit.ts';
import { Alert } from '../ui/alert.tsx';
import { DeskPage, type DeskPageProps } from '../ui/pages/desk-page.tsx';
import type { DeskContext } from './desk-context.ts';

/** A page of the desk for whoever is signed in. */
export function DeskFrame(props: {
  context: DeskContext;
  title: string;
  current?: DeskPageProps['current'];
  skipTo?: DeskPageProps['skipTo'];
  /** The deal that the page is about. */
  dealId?: string;
  /** It keeps itself up to date where its script runs. */
  isLive?: boolean;
  children: ComponentChildren;
}) {
  const { staff, keys, counts } = props.context;
  return (
    <DeskPage
      {...props}
      staff={{
        name: staff.name,
        administers: staff.roles.includes('admin'),
        keys,
        ...counts,
        mayAudit: mayAudit(staff),
      }}
    >
      <EngineAway context={props.context} />
      <LimitedMails context={props.context} />
      {props.children}
      <Live context={props.context} dealId={props.dealId} isLive={props.isLive} />
    </DeskPage>
  );
}

/** Before somebody writes at length what cannot be taken now. */
function EngineAway({ context: { messages, counts } }: { context: DeskContext }) {
  if (!counts.isEngineAway) return null;
  const { title, text } = messages.desk.engineAway;
  return (
    <Alert tone="danger" title={title}>
      {text}
    </Alert>
  );
}

/** Said once, on every page, and not for each mail: nobody at a deal can do anything about it. */
function LimitedMails({ context: { messages, counts } }: { context: DeskContext }) {
  const { limitedMails } = counts;
  if (limitedMails === 0) return null;
  const { limit } = messages.mailLog;
  return (
    <Alert tone="warning" title={limit.title(limitedMails)}>
      {limit.text}
    </Alert>
  );
}

/** What the script of the desk needs, and the place where it tells of changes and of colleagues at the same deal. */
function Live({ context, dealId, isLive }: { context: DeskContext; dealId?: string; isLive?: boolean }) {
  const { desk, ui } = context.messages;
  const { live, find, keys } = desk;
  const stream = dealId ? `/desk/live?${new URLSearchParams({ deal: dealId })}` : '/desk/live';
  return (
    <div
      id="live"
      class="live"
      data-live={isLive ? stream : undefined}
      data-deal={dealId}
      data-changed={live.changed}
      data-stale={live.stale}
      data-show={live.show}
      data-here={live.here}
      data-signed-out={live.signedOut}
      data-away={live.away}
      data-update={ui.updateNow}
      data-find-label={find.label}
      data-find-hint={find.hint}
      data-finding={find.finding}
      data-find-away={find.away}
      data-keys={keys.title}
      data-close={find.close}
    >
      <p class="live__line" data-live-here />
      <p class="live__line" data-live-status role="status" />
    </div>
  );
}
