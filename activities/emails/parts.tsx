import type { ComponentChildren } from 'preact';
import type { Fact } from './facts.ts';
import { light } from './look.ts';

const body = { margin: '0 0 16px', fontSize: '16px', lineHeight: '1.65', color: light.text } as const;

export function Paragraph({ children }: { children: ComponentChildren }) {
  return (
    <p class="text" style={body}>
      {children}
    </p>
  );
}

export function Small({ children }: { children: ComponentChildren }) {
  return (
    <p class="muted" style={{ ...body, fontSize: '14px', lineHeight: '1.6', color: light.muted }}>
      {children}
    </p>
  );
}

export function Heading({ children }: { children: ComponentChildren }) {
  const style = {
    margin: '32px 0 12px',
    fontSize: '17px',
    lineHeight: '1.4',
    fontWeight: 700,
    color: light.text,
  };
  return (
    <h2 class="text" style={style}>
      {children}
    </h2>
  );
}

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="link" href={href} style={{ color: light.accent, textDecoration: 'underline' }}>
      {children}
    </a>
  );
}

/** A link with the look of a button that holds without images, CSS files or scripts: the cell carries the colour. */
export function Button({ href, children }: { href: string; children: ComponentChildren }) {
  const cell = { backgroundColor: light.accent, borderRadius: '6px', msoPaddingAlt: '14px 28px' };
  const link = {
    display: 'inline-block',
    padding: '14px 28px',
    fontSize: '16px',
    lineHeight: '1.25',
    fontWeight: 700,
    color: light.onAccent,
    textDecoration: 'none',
  };
  return (
    <table role="presentation" class="button" cellPadding="0" cellSpacing="0" style={{ margin: '24px 0' }}>
      <tr>
        <td style={cell}>
          <a href={href} style={link}>
            {children}
          </a>
        </td>
      </tr>
    </table>
  );
}

/** Labels and values; a value of several lines keeps them. */
export function Facts({ rows }: { rows: Fact[] }) {
  const cell = {
    padding: '10px 0',
    borderBottom: `1px solid ${light.line}`,
    fontSize: '15px',
    lineHeight: '1.55',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  } as const;
  return (
    <table
      class="facts"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ margin: '8px 0 24px', borderCollapse: 'collapse' }}
    >
      {rows.map(([label, ...lines]) => (
        <tr>
          <th
            scope="row"
            class="muted"
            style={{ ...cell, width: '34%', paddingRight: '16px', fontWeight: 400, color: light.muted }}
          >
            {label}
          </th>
          <td class="text" style={{ ...cell, color: light.text }}>
            {lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </td>
        </tr>
      ))}
    </table>
  );
}

/** Things to do in order, or a plain list. */
export function List({ items, ordered = false }: { items: string[]; ordered?: boolean }) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag class="text" style={{ ...body, paddingLeft: '24px' }}>
      {items.map(item => (
        <li style={{ margin: '0 0 8px' }}>{item}</li>
      ))}
    </Tag>
  );
}

/** Something that must not be overlooked. */
export function Note({ children }: { children: ComponentChildren }) {
  return <Panel strong>{children}</Panel>;
}

/** Words of somebody else, with their line breaks. */
export function Quote({ children }: { children: string }) {
  return (
    <Panel>
      <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{children}</span>
    </Panel>
  );
}

function Panel({ strong = false, children }: { strong?: boolean; children: ComponentChildren }) {
  const style = {
    padding: '14px 16px',
    backgroundColor: light.tint,
    borderLeft: `4px solid ${strong ? light.accent : light.line}`,
    fontSize: '15px',
    lineHeight: '1.6',
    color: light.text,
  };
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ margin: '0 0 20px', borderCollapse: 'collapse' }}
    >
      <tr>
        <td class={`text tint${strong ? ' strong' : ''}`} style={style}>
          {children}
        </td>
      </tr>
    </table>
  );
}
