import { keysOf } from '../../../deal/keys-of.ts';
import { languages } from '../../../deal/people.ts';
import { stages } from '../../../deal/stages.ts';
import { attentions, listSorts } from '../../../shared/models/deal-list.ts';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { endings, me, type Narrowing, narrowing, nobody } from './filter.ts';
import type { ListView } from './view.ts';

/** One form for all: a search box that is always there, and the rest where it is looked for. */
export function FilterForm({ view }: { view: ListView }) {
  const { context, filter } = view;
  const { messages } = context;
  const { list } = messages.desk;
  const isNarrowed = narrowing.some(part => part !== 'q' && filter[part] !== undefined);
  return (
    <search>
      <form method="get" action="/desk/deals" class="find-form">
        {filter.look && <input type="hidden" name="look" value={filter.look} />}
        <div class="find-form__box">
          <Field
            messages={messages}
            name="q"
            type="search"
            label={list.search}
            hint={list.searchHint}
            value={filter.q}
          />
          <Button kind="secondary">{list.apply}</Button>
        </div>
        <details class="disclosure" open={isNarrowed && !filter.cursor}>
          <summary>{list.narrow}</summary>
          <Choices view={view} />
        </details>
      </form>
    </search>
  );
}

function Choices({ view }: { view: ListView }) {
  const { context, filter } = view;
  return (
    <div class="find-form__choices">
      {choicesOf(view).map(({ name, label, options }) => (
        <SelectField
          key={name}
          messages={context.messages}
          name={name}
          label={label}
          value={filter[name] ?? ''}
          options={options}
        />
      ))}
    </div>
  );
}

interface Choice {
  name: Exclude<Narrowing, 'q'> | 'sort';
  label: string;
  options: { value: string; label: string }[];
}

function choicesOf({ context, colleagues }: ListView): Choice[] {
  const { desk, deal, ui } = context.messages;
  const { list } = desk;
  const all = { value: '', label: list.all };
  const named = <T extends string>(values: readonly T[], words: Record<T, string>) =>
    values.map(value => ({ value, label: words[value] }));
  const people = colleagues.map(({ email, name }) => ({ value: email, label: name }));
  const whose = [{ value: me, label: list.me }, { value: nobody, label: list.noOwner }, ...people];
  const open = { value: '', label: list.stages.open };
  return [
    {
      name: 'stage',
      label: list.stage,
      options: [open, ...named(['all', 'closed'], list.stages), ...named(stages, deal.stages)],
    },
    { name: 'owner', label: list.owner, options: [all, ...whose] },
    { name: 'attention', label: list.attention, options: [all, ...named(attentions, list.attentions)] },
    { name: 'ends', label: list.lastDay, options: [all, ...named(endings, list.endings)] },
    { name: 'language', label: ui.language, options: [all, ...named(languages, ui.languages)] },
    { name: 'sort', label: list.sort, options: named(keysOf(listSorts), list.sorts) },
  ];
}
