import { keysOf } from '../../../deal/keys-of.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { type DeskContext, momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { groups, isFiltered, logUrl, type MailFilter } from './filter.ts';
import { MailDeal, MailReader, MailState, MailTrouble } from './mail-parts.tsx';
import { MailPlaces } from './mail-tabs.tsx';
import { templateText } from './mail-words.ts';
import { type LoggedMail, mailsUrl, mailUrl } from './view.ts';

export interface MailsView {
  context: DeskContext;
  filter: MailFilter;
  mails: LoggedMail[];
  /** By the deal's id. */
  companies: Map<string, string>;
  nextCursor?: string;
}

/** The log of all mails, newest first. */
export function MailsPage({ view }: { view: MailsView }) {
  const { context, filter, mails, nextCursor } = view;
  const { mailLog } = context.messages;
  return (
    <DeskFrame context={context} title={mailLog.title} current="mails">
      <MailPlaces context={context} current="log" lead={mailLog.lead} />
      <Filter view={view} />
      <div class="card card--flush">
        {mails.length > 0 ? <MailTable view={view} /> : <NoMails view={view} />}
      </div>
      <Pagination
        messages={context.messages}
        firstHref={filter.cursor && logUrl({ ...filter, cursor: undefined })}
        nextHref={nextCursor && logUrl({ ...filter, cursor: nextCursor })}
      />
    </DeskFrame>
  );
}

function Filter({ view: { context, filter } }: { view: MailsView }) {
  const { messages } = context;
  const { mailLog } = messages;
  const options = keysOf(groups).map(value => ({ value, label: mailLog.groups[value] }));
  return (
    <search>
      <form method="get" action={mailsUrl} class="filter filter--short">
        <Field
          messages={messages}
          name="q"
          type="search"
          label={mailLog.search}
          hint={mailLog.searchHint}
          value={filter.q}
        />
        <SelectField
          messages={messages}
          name="state"
          label={mailLog.state}
          value={filter.group ?? ''}
          options={[{ value: '', label: mailLog.all }, ...options]}
        />
        <div class="actions">
          <Button kind="secondary">{mailLog.apply}</Button>
          {isFiltered(filter) && <a href={mailsUrl}>{mailLog.clear}</a>}
        </div>
      </form>
    </search>
  );
}

function NoMails({ view: { context, filter } }: { view: MailsView }) {
  const { mailLog } = context.messages;
  if (!isFiltered(filter)) return <EmptyState title={mailLog.empty}>{mailLog.emptyText}</EmptyState>;
  const onlyProblems = filter.group === 'problems' && !filter.q;
  return (
    <EmptyState
      title={onlyProblems ? mailLog.noProblems : mailLog.noResult}
      action={{ href: mailsUrl, label: mailLog.clear }}
    >
      {onlyProblems ? mailLog.noProblemsText : mailLog.noResultText}
    </EmptyState>
  );
}

function MailTable({ view }: { view: MailsView }) {
  const { mailLog } = view.context.messages;
  const { what, to, deal, state, tries, when } = mailLog;
  return (
    <Table
      caption={mailLog.title}
      columns={[
        { label: what },
        { label: to },
        { label: deal },
        { label: state },
        { label: tries, numeric: true },
        { label: when },
      ]}
      rows={view.mails.map(mail => rowOf(mail, view))}
    />
  );
}

function rowOf(mail: LoggedMail, { context, companies }: MailsView): Row {
  const { lang, now } = context;
  const at = (mail.sentAt ?? mail.createdAt).toISOString();
  return {
    key: mail.id,
    cells: [
      <What key="what" context={context} mail={mail} />,
      <MailReader key="to" context={context} mail={mail} />,
      <MailDeal key="deal" context={context} mail={mail} company={companies.get(mail.dealId ?? '')} />,
      <div key="state" class="stack stack--tight">
        <span>
          <MailState context={context} mail={mail} />
        </span>
        <MailTrouble context={context} mail={mail} />
      </div>,
      mail.attempts,
      <div key="when">
        <div class="moment">{momentText(context, at)}</div>
        <div class="quiet small">
          <Countdown until={at} now={now} lang={lang} />
        </div>
      </div>,
    ],
  };
}

function What({ context, mail }: { context: DeskContext; mail: LoggedMail }) {
  return (
    <div>
      <a class="row-link" href={mailUrl(mail.id)}>
        {templateText(context.messages, mail.template)}
      </a>
      {mail.subject && <div class="quiet small">{mail.subject}</div>}
    </div>
  );
}
