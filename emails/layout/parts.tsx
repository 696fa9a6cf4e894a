import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Look } from './look.ts';

const body = { margin: '0 0 16px', fontSize: '16px', lineHeight: '1.65' } as const;

export function Paragraph({ children }: { children: ComponentChildren }) {
  const { text } = useContext(Look);
  return (
    <p class="text" style={{ ...body, color: text }}>
      {children}
    </p>
  );
}

export function Small({ children }: { children: ComponentChildren }) {
  const { muted } = useContext(Look);
  return (
    <p class="muted" style={{ ...body, fontSize: '14px', lineHeight: '1.6', color: muted }}>
      {children}
    </p>
  );
}

export function Heading({ children }: { children: ComponentChildren }) {
  const { text } = useContext(Look);
  const style = { margin: '24px 0 12px', fontSize: '17px', lineHeight: '1.4', fontWeight: 700, color: text };
  return (
    <h2 class="text" style={style}>
      {children}
    </h2>
  );
}

/** An address that stands for itself may be longer than a line. */
const breaks = { wordBreak: 'break-all' } as const;

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  const { link } = useContext(Look);
  const isBare = children === href;
  return (
    <a class="link" href={href} style={{ color: link, textDecoration: 'underline', ...(isBare && breaks) }}>
      {children}
    </a>
  );
}

/** Things to do in order, or a plain list. */
export function List({ items, ordered = false }: { items: string[]; ordered?: boolean }) {
  const { text } = useContext(Look);
  const Tag = ordered ? 'ol' : 'ul';
  // Outlook hangs the marks out of the card when the space before them is padding.
  return (
    <Tag class="text" style={{ ...body, margin: '0 0 16px 24px', padding: 0, color: text }}>
      {items.map(item => (
        <li style={{ margin: '0 0 8px' }}>{item}</li>
      ))}
    </Tag>
  );
}

/** Lines that stay apart. */
export function Lines({ children }: { children: string[] }) {
  return (
    <>
      {children.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
