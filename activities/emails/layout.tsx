import type { ComponentChildren } from 'preact';
import type { Frame } from './frame.ts';
import { fonts, light, sheet } from './look.ts';
import { Paragraph } from './parts.tsx';

const wide = { width: '100%', maxWidth: '600px' } as const;

/** The whole mail: what the inbox previews, the vendor's name, the words on a card, and whom to ask. */
export function Layout({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  return (
    <html lang={frame.language}>
      <Head title={frame.subject} />
      <body
        class="ground"
        style={{ margin: 0, padding: 0, backgroundColor: light.ground, fontFamily: fonts }}
      >
        <Preheader>{frame.preheader}</Preheader>
        <table
          role="presentation"
          class="ground"
          width="100%"
          cellPadding="0"
          cellSpacing="0"
          style={{ backgroundColor: light.ground }}
        >
          <tr>
            <td class="outer" align="center" style={{ padding: '24px 12px' }}>
              <table role="presentation" width={600} cellPadding="0" cellSpacing="0" style={wide}>
                <Masthead vendor={frame.vendor} />
                <Card frame={frame}>{children}</Card>
                <Footer lines={frame.footer} />
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Head({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="x-apple-disable-message-reformatting" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: sheet }} />
    </head>
  );
}

/** Seen in the inbox only. The blank characters keep the inbox from adding the first words of the mail. */
function Preheader({ children }: { children: string }) {
  const hidden = {
    display: 'none',
    maxHeight: 0,
    overflow: 'hidden',
    fontSize: '1px',
    lineHeight: '1px',
    opacity: 0,
    msoHide: 'all',
  };
  return (
    <div style={hidden}>
      {children}
      {'\u00a0\u200c'.repeat(60)}
    </div>
  );
}

function Masthead({ vendor }: { vendor: string }) {
  const style = { padding: '8px 4px 18px', fontSize: '18px', fontWeight: 700, color: light.text };
  return (
    <tr>
      <td class="text edge" style={style}>
        {vendor}
      </td>
    </tr>
  );
}

function Card({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const style = {
    padding: '40px',
    backgroundColor: light.card,
    border: `1px solid ${light.line}`,
    borderRadius: '10px',
    overflowWrap: 'anywhere',
  } as const;
  const title = {
    margin: '0 0 24px',
    fontSize: '24px',
    lineHeight: '1.35',
    fontWeight: 700,
    color: light.text,
  };
  return (
    <tr>
      <td class="card" style={style}>
        <h1 class="text" style={title}>
          {frame.title}
        </h1>
        <Lines>{frame.greeting}</Lines>
        {frame.opening && <Paragraph>{frame.opening}</Paragraph>}
        {children}
        {frame.closing.length > 0 && <Lines>{frame.closing}</Lines>}
      </td>
    </tr>
  );
}

function Lines({ children }: { children: string[] }) {
  return (
    <Paragraph>
      {children.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </Paragraph>
  );
}

function Footer({ lines }: { lines: string[] }) {
  return (
    <tr>
      <td class="edge" style={{ padding: '20px 4px' }}>
        {lines.map(line => (
          <p
            class="muted"
            style={{ margin: '0 0 6px', fontSize: '13px', lineHeight: '1.6', color: light.muted }}
          >
            {line}
          </p>
        ))}
      </td>
    </tr>
  );
}
