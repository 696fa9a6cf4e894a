import type { ComponentChildren } from 'preact';

export interface Column {
  label: string;
  numeric?: boolean;
  /** The same list in the order of this column. */
  href?: string;
  sorted?: 'ascending' | 'descending';
}
export interface Row {
  key: string;
  cells: ComponentChildren[];
  /** `empty`: says only that there is nothing, in one line on a narrow screen. */
  tone?: 'warning' | 'empty';
}

/** Said again since the narrow screen's `display: block` takes the elements' own roles away. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/** A table that becomes a list of cards on a narrow screen. */
export function Table({
  caption,
  columns,
  rows,
  isOneOfSeveral,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Others with the same columns stand above or below: all have them at the same place. */
  isOneOfSeveral?: boolean;
}) {
  return (
    <table class={isOneOfSeveral ? 'table table--aligned' : 'table'} {...as.table}>
      <caption class="visually-hidden">{caption}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {columns.map(({ label, numeric, href, sorted }) => (
            <th
              key={label}
              scope="col"
              {...as.columnheader}
              class={numeric ? 'table__number' : undefined}
              aria-sort={sorted}
            >
              {href ? <a href={href}>{label}</a> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {rows.map(row => (
          <TableRow key={row.key} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  return (
    <tr {...as.row} class={row.tone && `table__row--${row.tone}`}>
      {columns.map(({ label, numeric }, index) => (
        <td key={label} {...as.cell} data-label={label} class={numeric ? 'table__number' : undefined}>
          {row.cells[index]}
        </td>
      ))}
    </tr>
  );
}
