import type { Deal, TermsVersion } from '../../../../deal/deal.ts';
import { differences } from '../../../../deal/terms/terms.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { actorText, type DeskContext, momentText } from '../../desk-context.ts';
import { PartLines } from '../../terms/part-lines.tsx';
import { discountText, partText, readingOrder, totalText } from '../../terms/terms-text.ts';
import type { DealView } from '../view.ts';
import { SentNote } from './sent-note.tsx';

/** Every version of the terms, newest first, with what changed from one to the next. */
export function Versions({ view: { context, deal } }: { view: DealView }) {
  const { desk } = context.messages;
  const [newest, ...older] = deal.terms.toReversed();
  const before = (version: TermsVersion) => deal.terms.find(each => each.version === version.version - 1);
  return (
    <section class="card" aria-labelledby="terms">
      <h2 id="terms">{desk.deal.terms}</h2>
      {!newest && <EmptyState title={desk.deal.noTerms}>{desk.deal.noTermsText}</EmptyState>}
      {newest && (
        <>
          <VersionHead context={context} version={newest} standing={standingOf(newest, deal)} />
          <SentNote context={context} deal={deal} version={newest} />
          <VersionBody context={context} version={newest} before={before(newest)} />
        </>
      )}
      {older.length > 0 && (
        <details class="disclosure disclosure--row" data-fold="versions">
          <summary>{desk.deal.earlierVersions(older.length)}</summary>
          {older.map(version => (
            <div key={version.version} class="stack">
              <VersionHead context={context} version={version} standing={standingOf(version, deal)} />
              <SentNote context={context} deal={deal} version={version} />
              <VersionBody context={context} version={version} before={before(version)} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

type VersionProps = { context: DeskContext; version: TermsVersion };

type Standing = 'agreed' | 'awaitsApproval';

/** Terms that an approver has not said yes to are not agreed, whatever both sides have said. */
function standingOf({ version }: TermsVersion, { frozenVersion, approval }: Deal): Standing | undefined {
  if (version !== frozenVersion) return undefined;
  return approval?.version === version && approval.state !== 'approved' ? 'awaitsApproval' : 'agreed';
}

function VersionHead({ context, version, standing }: VersionProps & { standing?: Standing }) {
  const { deal } = context.messages.desk;
  return (
    <div class="heading__title">
      <strong>{deal.version(version.version)}</strong>
      {standing && <Badge tone={standing === 'agreed' ? 'success' : 'warning'}>{deal[standing]}</Badge>}
      <span class="quiet small">
        {deal.proposedBy(actorText(context.messages, version.proposedBy))} · {momentText(context, version.at)}
      </span>
    </div>
  );
}

function VersionBody({ context, version, before }: VersionProps & { before?: TermsVersion }) {
  const { terms } = version;
  const { desk } = context.messages;
  const parts = readingOrder.map(part => ({
    label: desk.parts[part],
    value: <PartLines lines={partText(part, { terms, reader: context })} />,
  }));
  return (
    <>
      <p class="amount">
        <span class="amount__value">{totalText(terms, context)}</span>{' '}
        <span class="quiet">
          {desk.terms.discount} {discountText(terms, context)}
        </span>
      </p>
      <SummaryList items={parts} />
      {before && <Changes context={context} before={before} after={version} />}
    </>
  );
}

function Changes({
  context,
  before,
  after,
}: {
  context: DeskContext;
  before: TermsVersion;
  after: TermsVersion;
}) {
  const { desk } = context.messages;
  const changed = differences(before.terms, after.terms);
  const text = (part: (typeof changed)[number], { terms }: TermsVersion) => (
    <PartLines lines={partText(part, { terms, reader: context })} />
  );
  if (changed.length === 0) return <p class="quiet">{desk.deal.noChanges}</p>;
  return (
    <details class="disclosure disclosure--row" data-fold={`changes ${after.version}`}>
      <summary>{desk.deal.changesSince(before.version)}</summary>
      <Table
        caption={desk.deal.changes}
        columns={[{ label: desk.deal.part }, { label: desk.deal.before }, { label: desk.deal.after }]}
        rows={changed.map(part => ({
          key: part,
          cells: [
            desk.parts[part],
            <del key="before">{text(part, before)}</del>,
            <ins key="after">{text(part, after)}</ins>,
          ],
        }))}
      />
    </details>
  );
}
