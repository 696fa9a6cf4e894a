import type { Column, Row } from '../../ui/table.tsx';

interface Props {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** What is said where there are no rows. */
  nothing?: string;
}

/** A table of numbers, which stays one on a narrow screen: columns are compared. It scrolls by itself where it is too wide. */
export function Figures({ caption, columns, rows, nothing }: Props) {
  if (rows.length === 0 && nothing) return <p class="quiet">{nothing}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by key (WCAG 2.1.1)
    <section class="figures" aria-label={caption} tabIndex={0}>
      <table class="figures__table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th key={label} scope="col" class={numeric ? 'figures__number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{cells[0]}</th>
              {columns.slice(1).map(({ label, numeric }, index) => (
                <td key={label} class={numeric ? 'figures__number' : undefined}>
                  {cells[index + 1]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
