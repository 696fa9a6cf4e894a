import { isClosed } from '../../../deal/stages.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { dealUrl } from '../deal/view.ts';
import { actorText, momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { openingUrlOf } from '../opening/view.ts';
import { AssignCard } from './assign-card.tsx';
import { ReasonField } from './reason-field.tsx';
import type { Facts } from './unmatched-facts.ts';
import { type UnmatchedView, unmatchedUrl } from './view.ts';

interface Props {
  view: UnmatchedView;
}

/** One purchase or arrival that no deal has taken: what is known, and to which deal it belongs. */
export function UnmatchedItemPage({ view }: Props) {
  const { context, facts, settled, begun, errors, refused, raw } = view;
  const { events } = context.messages;
  const title = events.kinds[facts[0]?.kind ?? 'other'];
  return (
    <DeskFrame context={context} title={title} current="unmatched">
      <div class="stack stack--tight">
        <p>
          <a href={unmatchedUrl}>{events.back}</a>
        </p>
        <div class="heading__title">
          <h1>{title}</h1>
          {facts[0]?.status && (
            <Badge>{context.messages.events.aws.agreement[facts[0].status] ?? facts[0].status}</Badge>
          )}
        </div>
      </div>
      {refused && (
        <Alert tone="danger" title={events.problems.refused}>
          {refused}
        </Alert>
      )}
      <ErrorSummary messages={context.messages} errors={errors} />
      {settled ? <Settled view={view} /> : <Hints view={view} />}
      <div class="columns">
        <div class="stack stack--roomy">
          {!settled && <AssignCard view={view} />}
          {!settled && <OpenCard view={view} />}
          {!settled && !begun && <DismissCard view={view} />}
        </div>
        <div class="stack">
          {facts.map((each, index) => (
            <FactsCard key={String(index)} view={view} facts={each} id={`facts-${index}`} />
          ))}
          {raw !== undefined && <Raw view={view} />}
        </div>
      </div>
    </DeskFrame>
  );
}

function Settled({ view }: Props) {
  const { context, settled = {} } = view;
  const { events } = context.messages;
  const { by, at, dealId, reason } = settled;
  const product = view.facts.find(each => each.product)?.product ?? '';
  const setAside = view.canBeBack === 'otherListing' && events.setAside(product);
  const words = setAside || (dealId ? events.settledByDeal : events.settledByRule);
  const decision = by && at && { who: actorText(context.messages, by), when: momentText(context, at) };
  return (
    <Alert
      title={events.settled}
      actions={
        dealId ? (
          <LinkButton href={dealUrl(dealId)}>{events.toDeal}</LinkButton>
        ) : (
          view.canBeBack && <Restore view={view} />
        )
      }
    >
      {decision ? events.settledBy(decision) : words}
      {reason && <p>{reason}</p>}
    </Alert>
  );
}

function Restore({ view: { context, url, canBeBack } }: Props) {
  const { events } = context.messages;
  return (
    <Form action={`${url}/restore`} keys={context.keys} name="restore">
      <Button kind="secondary">{canBeBack === 'dismissed' ? events.restore : events.bringBack}</Button>
    </Form>
  );
}

/** Why no deal could take it by itself, as far as we can tell. */
function Hints({ view: { context, begun, origin } }: Props) {
  const { events, deal: words } = context.messages;
  const company = origin?.inquiry.company ?? '';
  const agreement = origin?.agreement?.agreementId;
  const link = origin && <a href={dealUrl(origin.dealId)}>{events.toDeal}</a>;
  if (begun) {
    const decision = { who: actorText(context.messages, begun.by), when: momentText(context, begun.at) };
    return (
      <Alert tone="warning" title={events.begunTitle}>
        {events.begun(decision)}
      </Alert>
    );
  }
  if (origin && isClosed(origin))
    return (
      <Alert tone="warning" title={events.closedTitle} actions={link}>
        {events.closed({ company, stage: words.stages[origin.stage] })}
      </Alert>
    );
  if (!agreement) return null;
  return (
    <Alert tone="warning" title={events.ambiguousTitle} actions={link}>
      {events.ambiguous({ company, agreement })}
    </Alert>
  );
}

function FactsCard({ view: { context }, facts, id }: Props & { facts: Facts; id: string }) {
  const { events } = context.messages;
  const idItem = (label: string, value?: string): SummaryItem => ({
    label,
    value: value && <CopyField value={value} label={label} messages={context.messages} />,
  });
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{events.kinds[facts.kind]}</h2>
      <SummaryList
        items={[
          { label: events.when, value: momentText(context, facts.at) },
          { label: events.product, value: facts.product },
          idItem(events.account, facts.awsAccountId),
          idItem(events.agreement, facts.agreementId),
          idItem(events.previous, facts.previousAgreementId),
          idItem(events.offer, facts.offerId),
          idItem(events.license, facts.licenseArn),
          idItem(events.registration, facts.registrationId),
        ]}
      />
    </section>
  );
}

/** A purchase of its own becomes a deal of its own. */
function OpenCard({ view: { context, facts } }: Props) {
  const { opening } = context.messages;
  const agreementId = facts.find(each => each.agreementId)?.agreementId;
  if (!agreementId) return null;
  return (
    <section class="card" aria-labelledby="open">
      <h2 id="open">{opening.title}</h2>
      <p class="quiet">{opening.openText}</p>
      <div class="actions">
        <LinkButton kind="secondary" href={openingUrlOf(agreementId)}>
          {opening.open}
        </LinkButton>
      </div>
    </section>
  );
}

function DismissCard({ view: { context, url, facts, reason, errors } }: Props) {
  const { events } = context.messages;
  const isArrival = facts[0]?.kind === 'arrived';
  return (
    <section class="card" aria-labelledby="dismiss">
      <h2 id="dismiss">{events.dismiss}</h2>
      <p class="quiet">{isArrival ? events.dismissArrivalText : events.dismissText}</p>
      <Form action={`${url}/dismiss`} keys={context.keys} name="dismiss">
        <ReasonField context={context} reason={reason} error={errors.reason} />
        <Button kind="danger">{events.dismissSubmit}</Button>
      </Form>
    </section>
  );
}

function Raw({ view: { context, raw } }: Props) {
  return (
    <details class="disclosure">
      <summary>{context.messages.events.raw}</summary>
      <pre class="quote">{JSON.stringify(raw, null, 2)}</pre>
    </details>
  );
}
