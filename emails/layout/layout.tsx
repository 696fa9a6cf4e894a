import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Frame, Way } from './frame.ts';
import { Head } from './head.tsx';
import { darkPalette, fonts, Look, lightPalette } from './look.ts';
import { Masthead } from './masthead.tsx';
import { bgcolor, outlookColumn } from './outlook.ts';
import { Lines, Paragraph } from './parts.tsx';

/** The whole mail: what the inbox previews, the vendor's name, the words on a card, and whom to ask. */
export function Layout({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const look = lightPalette(frame.vendor.colour);
  const ground = { backgroundColor: look.ground };
  return (
    <html lang={frame.language}>
      <Head title={frame.subject} dark={darkPalette(frame.vendor.colour)} />
      <body class="ground" {...bgcolor(look.ground)} style={{ margin: 0, padding: 0, ...ground }}>
        <Preheader>{frame.preheader}</Preheader>
        <Look.Provider value={look}>
          {/* Gmail drops html and body, and with them the language. */}
          <table {...table} lang={frame.language} class="ground" {...bgcolor(look.ground)} style={ground}>
            <tr>
              <td class="outer" align="center" style={{ padding: '24px 12px' }}>
                {outlookColumn.begin}
                <table {...table} style={{ width: '100%', maxWidth: '600px' }}>
                  <Masthead vendor={frame.vendor} />
                  <Card frame={frame}>{children}</Card>
                  <Footer lines={frame.footer} way={frame.stop} />
                </table>
                {outlookColumn.end}
              </td>
            </tr>
          </table>
        </Look.Provider>
      </body>
    </html>
  );
}

const table = { role: 'presentation', width: '100%', cellPadding: '0', cellSpacing: '0', border: 0 } as const;

// As entities: whatever else has no width is taken out of a mail.
const blank = jsxTemplate(['&nbsp;&zwnj;'.repeat(60)]);

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
      {blank}
    </div>
  );
}

function Card({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const { card, line, text } = useContext(Look);
  const style = {
    padding: '40px',
    backgroundColor: card,
    border: `1px solid ${line}`,
    borderRadius: '10px',
    fontFamily: fonts,
    overflowWrap: 'anywhere',
  } as const;
  const title = {
    margin: '0 0 24px',
    fontSize: '24px',
    lineHeight: '1.35',
    fontWeight: 700,
    color: text,
  };
  return (
    <tr>
      <td class="card" {...bgcolor(card)} style={style}>
        <h1 class="text" style={title}>
          {frame.title}
        </h1>
        <Paragraph>
          <Lines>{frame.greeting}</Lines>
        </Paragraph>
        {frame.opening && <Paragraph>{frame.opening}</Paragraph>}
        {children}
        {frame.closing.length > 0 && (
          <Paragraph>
            <Lines>{frame.closing}</Lines>
          </Paragraph>
        )}
      </td>
    </tr>
  );
}

/** Whom to ask, where the mail is from, and the way to be left in peace. */
function Footer({ lines, way }: { lines: string[]; way?: Way }) {
  const { muted } = useContext(Look);
  const style = { margin: '0 0 6px', fontSize: '13px', lineHeight: '1.6', color: muted };
  return (
    <tr>
      <td class="edge" style={{ padding: '20px 4px', fontFamily: fonts }}>
        {lines.map(line => (
          <p class="muted" style={style}>
            {line}
          </p>
        ))}
        {way && (
          <p class="muted" style={style}>
            {way.words}{' '}
            <a
              class="muted"
              href={way.url}
              style={{ color: muted, textDecoration: 'underline', whiteSpace: 'nowrap' }}
            >
              {way.label}
            </a>
          </p>
        )}
      </td>
    </tr>
  );
}
