import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Row } from '../blocks.ts';
import { Look } from './look.ts';
import { bgcolor } from './outlook.ts';
import { Lines } from './parts.tsx';

const plain = { cellPadding: '0', cellSpacing: '0', border: 0 } as const;
const layout = { ...plain, role: 'presentation' } as const;

/** Space around a table. It is padding, because Outlook gives tables no margins. */
function Spaced({ above, below, children }: { above: number; below: number; children: ComponentChildren }) {
  return (
    <table {...layout} width="100%">
      <tr>
        <td style={{ padding: `${above}px 0 ${below}px` }}>{children}</td>
      </tr>
    </table>
  );
}

/**
 * A link with the look of a button that holds without images, CSS files or scripts. The cell carries the colour and, for
 * Outlook, which gives no padding to links, the padding; its edge shows the button where the vendor's colour is a light one.
 */
export function Button({ href, children }: { href: string; children: ComponentChildren }) {
  const { button, onButton, link } = useContext(Look);
  const cell = {
    backgroundColor: button,
    border: `1px solid ${link}`,
    borderRadius: '6px',
    msoPaddingAlt: '14px 28px',
  };
  const words = {
    display: 'inline-block',
    padding: '14px 28px',
    fontSize: '16px',
    lineHeight: '1.25',
    fontWeight: 700,
    color: onButton,
    textDecoration: 'none',
  };
  return (
    <Spaced above={8} below={20}>
      <table {...layout} class="button" style={{ borderCollapse: 'separate' }}>
        <tr>
          <td align="center" {...bgcolor(button)} style={cell}>
            <a href={href} style={words}>
              {children}
            </a>
          </td>
        </tr>
      </table>
    </Spaced>
  );
}

const label = { width: '34%', align: 'left', valign: 'top' } as const;

/** Labels and values; a value of several lines keeps them. */
export function Rows({ rows }: { rows: Row[] }) {
  const { line, muted, text } = useContext(Look);
  const cell = {
    padding: '10px 0',
    borderBottom: `1px solid ${line}`,
    fontSize: '15px',
    lineHeight: '1.55',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  } as const;
  return (
    <Spaced above={8} below={16}>
      <table class="rows" width="100%" {...plain} style={{ borderCollapse: 'collapse' }}>
        {rows.map(([name, ...lines]) => (
          <tr>
            <th
              scope="row"
              class="muted"
              {...label}
              style={{ ...cell, width: '34%', padding: '10px 16px 10px 0', fontWeight: 400, color: muted }}
            >
              {name}
            </th>
            <td class="text" valign="top" style={{ ...cell, color: text }}>
              <Lines>{lines}</Lines>
            </td>
          </tr>
        ))}
      </table>
    </Spaced>
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
  const { tint, link, line, text } = useContext(Look);
  const style = {
    padding: '14px 16px',
    backgroundColor: tint,
    borderLeft: `4px solid ${strong ? link : line}`,
    fontSize: '15px',
    lineHeight: '1.6',
    color: text,
  };
  return (
    <Spaced above={0} below={16}>
      <table {...layout} width="100%" style={{ borderCollapse: 'collapse' }}>
        <tr>
          <td class={`text tint${strong ? ' strong' : ''}`} {...bgcolor(tint)} style={style}>
            {children}
          </td>
        </tr>
      </table>
    </Spaced>
  );
}
