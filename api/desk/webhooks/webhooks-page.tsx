import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { ReplaySince } from './replay-since.tsx';
import { mostCounted, type WebhooksView, webhooksUrl } from './view.ts';

type Props = { view: WebhooksView };

/** The webhook that is told of every timeline entry: how its receiver does, and what it was told. */
export function WebhooksPage({ view }: Props) {
  const { context, errors = {}, problem, host, endpoint, deliveries } = view;
  const { webhooks } = context.messages;
  return (
    <DeskFrame context={context} title={webhooks.title} current="webhooks">
      <div class="stack stack--tight">
        <h1>{webhooks.title}</h1>
        <p class="lead">{webhooks.lead}</p>
      </div>
      {problem && <Alert tone="danger" title={problem} />}
      <ErrorSummary messages={context.messages} errors={errors} />
      <Notice view={view} />
      {host ? <Receiver view={view} /> : <NoReceiver view={view} />}
      {(host || deliveries.length > 0) && <DeliveryLog view={view} />}
      {host && !endpoint.pausedAt && deliveries.length > 0 && <ReplaySince view={view} />}
    </DeskFrame>
  );
}

function NoReceiver({ view }: Props) {
  const { webhooks } = view.context.messages;
  return (
    <div class="card card--flush">
      <EmptyState title={webhooks.notSet}>{webhooks.notSetText}</EmptyState>
    </div>
  );
}

/** What needs somebody, or what somebody has just done. */
function Notice({ view }: Props) {
  const { context, host, endpoint, held, resumed } = view;
  const { webhooks } = context.messages;
  if (!host) return null;
  if (endpoint.pausedAt) return <Paused view={view} />;
  if (resumed)
    return (
      <Alert tone="success" title={webhooks.resumed}>
        {webhooks.resumedText}
      </Alert>
    );
  if (held === 0) return null;
  return (
    <Alert tone="info" title={webhooks.heldTitle} actions={<Resume view={view} />}>
      {webhooks.heldText(countText(view))}
    </Alert>
  );
}

function Paused({ view }: Props) {
  const { context, endpoint, held } = view;
  const { webhooks } = context.messages;
  const when = momentText(context, endpoint.pausedAt?.toISOString() ?? context.now);
  return (
    <Alert tone="danger" title={webhooks.pausedTitle} actions={<Resume view={view} />}>
      <p>{webhooks.pausedFor[endpoint.pausedFor ?? 'failing'](when)}</p>
      <p>{webhooks.pausedText}</p>
      {held > 0 && <p>{webhooks.heldText(countText(view))}</p>}
    </Alert>
  );
}

function Resume({ view: { context, endpoint } }: Props) {
  const { webhooks } = context.messages;
  const pausedAt = endpoint.pausedAt?.toISOString();
  return (
    <Form action={`${webhooksUrl}/resume`} keys={context.keys} name="resume">
      {pausedAt && <input type="hidden" name="pausedAt" value={pausedAt} />}
      <Button>{pausedAt ? webhooks.resume : webhooks.sendHeld}</Button>
    </Form>
  );
}

function countText({ held, context }: WebhooksView): string {
  const count = held.toLocaleString(context.lang);
  return held < mostCounted ? count : `${count}+`;
}

function Receiver({ view: { context, host, endpoint } }: Props) {
  const { webhooks } = context.messages;
  const state = endpoint.pausedAt ? 'paused' : endpoint.failures > 0 ? 'failing' : 'active';
  const tones = { paused: 'danger', failing: 'warning', active: 'success' } as const;
  return (
    <div class="card">
      <SummaryList
        items={[
          { label: webhooks.receiver, value: <code>{host}</code> },
          {
            label: webhooks.state,
            value: (
              <>
                <Badge tone={tones[state]}>{webhooks[state]}</Badge>
                {state === 'failing' && <div class="quiet small">{webhooks.failures(endpoint.failures)}</div>}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
