import { nameOf } from '../staff.ts';
import { type DealFilter, listUrl, me, type Narrowing, narrowing, nobody } from './filter.ts';
import type { ListView } from './view.ts';

/** What the list is narrowed to, each part with the way to take it away. */
export function FilterChips({ view }: { view: ListView }) {
  const { context, filter } = view;
  const { list } = context.messages.desk;
  const set = narrowing.filter(part => filter[part] !== undefined);
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label={list.narrowedTo}>
      {set.map(part => (
        <li key={part}>
          <a class="chip" href={listUrl({ ...filter, cursor: undefined, [part]: undefined })}>
            {textOf(part, view)}
            <span aria-hidden="true"> ×</span>
            <span class="visually-hidden"> – {list.remove}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const texts: { [N in Narrowing]: (value: NonNullable<DealFilter[N]>, view: ListView) => string } = {
  q: (value, { context }) => context.messages.desk.list.found(value),
  stage: (value, { context: { messages } }) =>
    value === 'all' || value === 'closed' ? messages.desk.list.stages[value] : messages.deal.stages[value],
  owner: (value, { context, colleagues }) => {
    const { list } = context.messages.desk;
    if (value === me) return list.me;
    if (value === nobody) return list.noOwner;
    return nameOf(value, colleagues);
  },
  attention: (value, { context }) => context.messages.desk.list.attentions[value],
  ends: (value, { context }) => context.messages.desk.list.endings[value],
  language: (value, { context }) => context.messages.ui.languages[value],
};

function textOf<N extends Narrowing>(part: N, view: ListView): string {
  const value = view.filter[part];
  return value === undefined || value === null ? '' : texts[part](value, view);
}
