import { auditFormats } from '../../audit/chain.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { listUrl, searchOf } from '../deals/filter.ts';
import { momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { type AuditView, auditUrl, partChoices } from './view.ts';

/** Takes out what everybody has done, and shows who came in lately. */
export function AuditPage({ view }: { view: AuditView }) {
  const { context, errors, publicKey } = view;
  const { messages } = context;
  const { audit } = messages.desk;
  return (
    <DeskFrame context={context} title={audit.title} current="audit">
      <div class="stack stack--tight">
        <h1>{audit.title}</h1>
        <p class="lead">{audit.lead}</p>
      </div>
      <ErrorSummary messages={messages} errors={errors} />
      <div class="columns">
        <section class="card" aria-labelledby="take-out">
          <h2 id="take-out">{audit.takeOut}</h2>
          <Export view={view} />
        </section>
        <section class="card" aria-labelledby="verify">
          <h2 id="verify">{audit.verify}</h2>
          <p>{audit.verifyText}</p>
          <CopyField
            messages={messages}
            label={audit.command}
            value={`node docs/verify-audit.mjs FILE ${publicKey}`}
          />
        </section>
      </div>
      <section class="stack" aria-labelledby="lately">
        <h2 id="lately">{audit.lately}</h2>
        <div class="card card--flush">
          <Events view={view} />
        </div>
      </section>
    </DeskFrame>
  );
}

function Export({ view: { context, filter, part, from, until, errors } }: { view: AuditView }) {
  const { messages } = context;
  const { audit } = messages.desk;
  return (
    <form method="get" action={auditUrl} class="form">
      {filter && <input type="hidden" name="list" value={searchOf(filter)} />}
      <div class="grid-2">
        <Field
          messages={messages}
          name="from"
          type="date"
          label={audit.from}
          value={from}
          error={errors.from}
        />
        <Field messages={messages} name="until" type="date" label={audit.until} value={until} />
      </div>
      <ChoiceField
        messages={messages}
        name="part"
        label={audit.what}
        values={[part]}
        choices={partChoices.map(value => ({ value, label: audit.parts[value] }))}
      />
      <p class="quiet small">
        {filter ? audit.ofTheList : audit.ofAll} <a href={listUrl(filter ?? {})}>{audit.chooseDeals}</a>
      </p>
      <input type="hidden" name="export" value="yes" />
      <div class="actions">
        {auditFormats.map((format, index) => (
          <Button key={format} kind={index === 0 ? 'primary' : 'secondary'} name="format" value={format}>
            {audit.formats[format]}
          </Button>
        ))}
      </div>
    </form>
  );
}

function Events({ view: { context, events } }: { view: AuditView }) {
  const { audit } = context.messages.desk;
  if (events.length === 0) return <EmptyState title={audit.nobody}>{audit.nobodyText}</EmptyState>;
  const rows = events.map(
    ({ _id, at, what, door, who, from, count }): Row => ({
      key: _id,
      tone: what === 'signInFailed' || what === 'tokenRefused' ? 'warning' : undefined,
      cells: [
        <span key="what">
          {audit.kinds[what]}
          {count > 1 && <span class="quiet small"> ×{count}</span>}
        </span>,
        who ?? '–',
        audit.doors[door],
        <span key="at" class="moment">
          {momentText(context, at.toISOString())}
        </span>,
        from,
      ],
    }),
  );
  return <Table caption={audit.lately} columns={audit.columns.map(label => ({ label }))} rows={rows} />;
}
