import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Pagination } from '../../../ui/pagination.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { SettingsFrame, settingsUrl } from '../settings-frame.tsx';
import { isProgram } from './asking.ts';
import { valueText } from './value-text.ts';

export const changesUrl = `${settingsUrl}/changes`;

export interface ChangesView {
  context: DeskContext;
  /** Newest first. */
  changes: DeskChange[];
  /** Older ones begin before this number. */
  next?: number;
  isFirst: boolean;
}

/** Who changed what in the settings, before and after. */
export function ChangesPage({ view }: { view: ChangesView }) {
  const { context, changes, next, isFirst } = view;
  const { messages } = context;
  const { changes: words } = messages.desk.settings;
  return (
    <SettingsFrame context={context} current="changes" title={words.title} lead={words.lead}>
      <div class="card card--flush">
        {changes.length > 0 ? (
          <Table
            caption={words.title}
            columns={[
              { label: words.when },
              { label: words.who },
              { label: words.what },
              { label: words.fields },
            ]}
            rows={changes.map(change => rowOf(change, context))}
          />
        ) : (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        )}
      </div>
      <Pagination
        messages={messages}
        firstHref={isFirst ? undefined : changesUrl}
        nextHref={next ? `${changesUrl}?before=${next}` : undefined}
      />
    </SettingsFrame>
  );
}

function rowOf(change: DeskChange, context: DeskContext): Row {
  const { changes: words } = context.messages.desk.settings;
  const { _id, at, by, what, about } = change;
  return {
    key: String(_id),
    cells: [
      <span key="when" class="day">
        {momentText(context, at.toISOString())}
      </span>,
      <div key="who" class="owner">
        {by.name}
        <div class="quiet small">{placeOf(by, words)}</div>
      </div>,
      <div key="what">
        {words.kinds[what]}
        <div class="quiet small">{about}</div>
      </div>,
      <ChangedFieldsList key="fields" change={change} context={context} />,
    ],
  };
}

/** An address, or what else has asked for it. */
function placeOf(by: DeskChange['by'], words: Messages['desk']['settings']['changes']): string {
  if (isProgram(by)) return words.program;
  return by.id.includes('@') ? by.id : words.operator;
}

/** What was changed, before and after. */
export function ChangedFieldsList({ change, context }: { change: DeskChange; context: DeskContext }) {
  const { messages } = context;
  const { changes: words } = messages.desk.settings;
  const { before, after = {} } = change;
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])];
  if (names.length === 0) return <span class="quiet">–</span>;
  return (
    <ul class="list small">
      {names.map(name => (
        <li key={name}>
          {messages.ui.labelled(words.names[name] ?? name, '')}
          {before && `${valueText({ name, value: before[name] }, context)} → `}
          <strong>{valueText({ name, value: after[name] }, context)}</strong>
        </li>
      ))}
    </ul>
  );
}
