import { languages } from '../../../deal/people.ts';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { type ReportView, reportUrl } from './view.ts';

/** Which deals are counted, and the way to have them as a file. */
export function ReportFilter({ view: { context, report, colleagues, products } }: { view: ReportView }) {
  const { messages } = context;
  const words = messages.desk.report;
  const { query } = report;
  const all = { value: '', label: words.all };
  const { timeZone: _zone, ...narrowed } = query;
  return (
    <search>
      <form method="get" action={reportUrl} class="filter filter--even">
        <Month view={{ messages, name: 'from', label: words.from, value: query.from }} />
        <Month view={{ messages, name: 'until', label: words.until, value: query.until }} />
        <SelectField
          messages={messages}
          name="owner"
          label={words.owner}
          value={query.owner ?? ''}
          options={[all, ...colleagues.map(({ email, name }) => ({ value: email, label: name }))]}
        />
        <SelectField
          messages={messages}
          name="product"
          label={words.product}
          value={query.product ?? ''}
          options={[all, ...products]}
        />
        <SelectField
          messages={messages}
          name="language"
          label={words.language}
          value={query.language ?? ''}
          options={[all, ...languages.map(value => ({ value, label: messages.ui.languages[value] }))]}
        />
        <div class="actions">
          <Button kind="secondary">{words.show}</Button>
          <a href={reportUrl}>{words.clear}</a>
          <a href={`${reportUrl}.csv?${new URLSearchParams(narrowed)}`} title={words.csvHint}>
            {words.csv}
          </a>
        </div>
      </form>
    </search>
  );
}

type MonthView = Pick<Parameters<typeof Field>[0], 'messages' | 'name' | 'label' | 'value'>;

function Month({ view }: { view: MonthView }) {
  const { monthHint } = view.messages.desk.report;
  return <Field {...view} type="month" hint={monthHint} />;
}
