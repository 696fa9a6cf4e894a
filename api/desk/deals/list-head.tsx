import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import { listUrl } from './filter.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterForm } from './filter-form.tsx';
import { SumsLine } from './sums-line.tsx';
import type { ListView } from './view.ts';
import { SaveView } from './views/save-view.tsx';
import { ViewTabs } from './views/view-tabs.tsx';

/** What stands above every look of the list: which one it is, what it is narrowed to, what it amounts to. */
export function ListHead({ view }: { view: ListView }) {
  const { context, filter, done } = view;
  const { desk, ui } = context.messages;
  const { list } = desk;
  const isBoard = filter.look === 'board';
  return (
    <>
      <div class="heading">
        <h1>{list.title}</h1>
        <div class="actions actions--tight">
          <LinkButton
            kind="secondary"
            href={listUrl({ ...filter, cursor: undefined, look: isBoard ? undefined : 'board' })}
          >
            {isBoard ? list.asList : list.asBoard}
          </LinkButton>
          <LinkButton kind="secondary" href="/desk/inquiries/new">
            {ui.newInquiry}
          </LinkButton>
        </div>
      </div>
      {done && (
        <Alert
          tone={done.refused > 0 ? 'warning' : 'success'}
          title={done.did === 'remind' ? list.remind.done(done) : list.bulk.done(done)}
        />
      )}
      <ViewTabs view={view} />
      <div class="stack stack--tight">
        <FilterForm view={view} />
        <div class="list-line">
          <FilterChips view={view} />
          <SumsLine view={view} />
          <SaveView view={view} />
        </div>
      </div>
    </>
  );
}
