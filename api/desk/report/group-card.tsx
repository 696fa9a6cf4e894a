import type { Group, Grouping } from '../../report/groups.ts';
import type { Row } from '../../ui/table.tsx';
import { nameOf } from '../staff.ts';
import { Card } from './card.tsx';
import { Figures } from './figures.tsx';
import type { ReportView } from './view.ts';
import { monthText, sumsText } from './words.ts';

interface Props {
  view: ReportView;
  by: Grouping;
}

/** The deals told apart by one thing. */
export function GroupCard({ view, by }: Props) {
  const words = view.context.messages.desk.report;
  return (
    <Card id={`by-${by}`} title={words.by[by]}>
      <GroupTable view={view} by={by} />
    </Card>
  );
}

export function GroupTable({ view, by }: Props) {
  const words = view.context.messages.desk.report;
  const numbers = ['opened', 'offered', 'accepted', 'active', 'lost'] as const;
  return (
    <Figures
      caption={words.by[by]}
      columns={[
        { label: words[by] },
        ...numbers.map(name => ({ label: words[name], numeric: true })),
        { label: words.won, numeric: true },
      ]}
      rows={view.report.groups[by].map(
        (group): Row => ({
          key: group.key,
          cells: [
            groupName(group, { view, by }),
            ...numbers.map(name => group[name]),
            sumsText(view.context, group.won),
          ],
        }),
      )}
    />
  );
}

function groupName({ key }: Group, { view, by }: Props): string {
  const { context, colleagues, products } = view;
  if (!key) return context.messages.desk.report.none[by];
  switch (by) {
    case 'month':
      return monthText(context, key);
    case 'owner':
      return nameOf(key, colleagues);
    case 'product':
      return products.find(({ value }) => value === key)?.label ?? key;
    case 'language':
      return key === 'ja' || key === 'en' ? context.messages.ui.languages[key] : key;
  }
}
