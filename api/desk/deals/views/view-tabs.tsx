import { keysOf } from '../../../../deal/keys-of.ts';
import { type DealFilter, listUrl, me, searchOf } from '../filter.ts';
import type { ListView } from '../view.ts';

/** The lists that everybody has, in the order in which one works. */
const given = {
  open: {},
  mine: { owner: me },
  attention: { attention: 'any' },
  ending: { ends: 'week' },
  closed: { stage: 'closed' },
} as const satisfies Record<string, DealFilter>;

/** The lists that everybody has, and those that the reader keeps or colleagues share. */
export function ViewTabs({ view: { context, filter, views } }: { view: ListView }) {
  const { list } = context.messages.desk;
  const { look } = filter;
  const here = searchOf({ ...filter, look: undefined });
  return (
    <nav class="tabs" aria-label={list.views.title}>
      {keysOf(given).map(name => (
        <Tab key={name} href={listUrl({ ...given[name], look })} isHere={searchOf(given[name]) === here}>
          {list.views.given[name]}
        </Tab>
      ))}
      {views.map(({ viewId, name, query, shared }) => (
        <Tab key={viewId} href={`/desk/views/${viewId}`} isHere={query === searchOf(filter)}>
          {shared ? list.views.shared(name) : name}
        </Tab>
      ))}
    </nav>
  );
}

function Tab({ href, isHere, children }: { href: string; isHere: boolean; children: string }) {
  return (
    <a class="tabs__item" href={href} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  );
}
