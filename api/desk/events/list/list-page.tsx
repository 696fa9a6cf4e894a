import { Alert } from '../../../ui/alert.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/fields/button.tsx';
import { ErrorSummary } from '../../../ui/fields/error-summary.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { DeskFrame } from '../../desk-frame.tsx';
import { heldUrl } from '../../inbound/held-page.tsx';
import { openingUrl } from '../../opening/view.ts';
import { DismissManyCard } from './dismiss-many-card.tsx';
import { LinesTable } from './lines-table.tsx';
import { lists, listUrl, manyUrl, type UnmatchedListView } from './view.ts';

interface Props {
  view: UnmatchedListView;
}

/** What AWS told us and no deal has taken, newest first: what may be ours, other listings, and what was dismissed. */
export function UnmatchedPage({ view }: Props) {
  const { context, place, done, errors, problem } = view;
  const { events, opening } = context.messages;
  return (
    <DeskFrame context={context} title={events.lists[place.list]} current="unmatched">
      <div class="stack stack--tight">
        <div class="heading__title">
          <h1>{events.title}</h1>
          <LinkButton kind="secondary" href={openingUrl}>
            {opening.import}
          </LinkButton>
        </div>
        <p class="lead">{events.leads[place.list]}</p>
        <Tabs view={view} />
      </div>
      {done && <Alert tone="success" title={events[done]} />}
      {problem && <Alert tone="danger" title={problem} />}
      <ErrorSummary messages={context.messages} errors={errors} />
      {place.list === 'unmatched' && view.matching > 0 && (
        <Alert title={opening.matching}>{opening.matchingList(view.matching)}</Alert>
      )}
      <Found view={view} />
    </DeskFrame>
  );
}

function Tabs({ view: { context, place } }: Props) {
  const { events, heldMails } = context.messages;
  return (
    <nav class="tabs" aria-label={events.title}>
      {lists.map(list => (
        <a
          key={list}
          class="tabs__item"
          href={listUrl({ list })}
          aria-current={list === place.list ? 'page' : undefined}
        >
          {events.lists[list]}
        </a>
      ))}
      <a class="tabs__item" href={heldUrl}>
        {heldMails.tab}
      </a>
    </nav>
  );
}

function Found({ view }: Props) {
  const { context, place, purchases, arrivals } = view;
  const { events } = context.messages;
  if (purchases.lines.length === 0 && arrivals.lines.length === 0)
    return (
      <div class="card card--flush">
        <EmptyState title={events.empty[place.list]}>{events.emptyText[place.list]}</EmptyState>
      </div>
    );
  if (place.list !== 'unmatched') return <Tables view={view} />;
  return (
    <Form action={manyUrl} keys={context.keys} name="dismiss" class="stack stack--roomy">
      <input type="hidden" name="purchases" value={place.purchases} />
      <input type="hidden" name="arrivals" value={place.arrivals} />
      <Tables view={view} />
      <DismissManyCard view={view} />
    </Form>
  );
}

function Tables({ view }: Props) {
  return (
    <>
      <LinesTable view={view} of="purchases" ids={['awsAccountId', 'agreementId', 'offerId']} />
      <LinesTable view={view} of="arrivals" ids={['awsAccountId', 'licenseArn']} />
    </>
  );
}
