import fc from 'fast-check';
import { contrast } from '../../emails/layout/colours.ts';
import { darkPalette, lightPalette, type Palette } from '../../emails/layout/look.ts';
import { render, sampleOf, vendor } from './rendered.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);

/** What stands on what, as layout, parts and blocks have it. */
function pairs({ ground, card, tint, text, muted, link, button, onButton }: Palette) {
  return [
    ...[ground, card, tint].flatMap(on => [
      { what: text, on },
      { what: link, on },
    ]),
    { what: muted, on: card },
    { what: muted, on: ground },
    { what: onButton, on: button },
  ];
}

describe('whatever the vendor’s colour is', () => {
  test.each([
    ['light', lightPalette],
    ['dark', darkPalette],
  ] as const)('all words can be read on %s ground', (_light, paletteOf) => {
    fc.assert(
      fc.property(colours, colour => {
        for (const { what, on } of pairs(paletteOf(colour)))
          expect(contrast(what, on)).toBeGreaterThanOrEqual(4.5);
      }),
      { examples: [['#000000'], ['#ffffff'], ['#777777'], ['#ffff00'], ['#0000ff']] },
    );
  });

  test('a button has it on light ground as it is, and an edge that shows on the card', () => {
    fc.assert(
      fc.property(colours, colour => {
        const { button, link, card } = lightPalette(colour);
        expect(button).toBe(colour);
        expect(contrast(link, card)).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test('a mail carries it in buttons and links, in both lights', () => {
    const { html } = render(sampleOf('en', 'offer'), { ...vendor, colour: '#ff9900' });
    expect(html).toMatch(/<td[^>]* bgcolor="#ff9900" style="background-color:#ff9900;/);
    expect(html).toContain(`style="color:${lightPalette('#ff9900').link};`);
    expect(html).toContain(`.link { color: ${darkPalette('#ff9900').link} !important; }`);
  });
});

test('knows the contrast that the standard knows', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
});

describe('the masthead', () => {
  const logoUrl = 'https://cdn.example.com/logo.png?a=1&b=2';

  test('is the vendor’s name where there is no logo, and no image is asked for', () => {
    const { html } = render(sampleOf('en', 'offer'), { ...vendor, name: 'Ärger & Söhne' });
    expect(html).toContain('Ärger &amp; Söhne');
    expect(html).not.toContain('<img');
  });

  test('is the logo with a fixed height, and the name in its place while images are blocked', () => {
    const { html } = render(sampleOf('ja', 'offer'), { ...vendor, logoUrl });
    const [image = ''] = html.match(/<img[^>]*>/) ?? [];
    expect(image).toContain('src="https://cdn.example.com/logo.png?a=1&amp;b=2"');
    expect(image).toContain('alt="Example Inc."');
    expect(image).toContain('height="32"');
    expect(image).toMatch(/style="[^"]*font-size:18px;[^"]*color:#/);
  });
});

describe('Outlook on Windows', () => {
  const { html } = render(sampleOf('ja', 'offer'));

  test('gets a column of fixed width, which nobody else sees', () => {
    expect(html).toMatch(/<!--\[if mso\]><table [^>]*width="600"[^>]*><tr><td><!\[endif\]-->/);
    expect(html).toContain('<!--[if mso]></td></tr></table><![endif]-->');
    expect(html.match(/<!--\[if mso\]>/g)).toHaveLength(html.match(/<!\[endif\]-->/g)?.length ?? 0);
  });

  test('gets the padding of a button from its cell, and grounds from attributes', () => {
    expect(html).toMatch(/<td align="center" bgcolor="#1f4fd8" style="[^"]*mso-padding-alt:14px 28px;/);
    expect(html).toMatch(/<body class="ground" bgcolor="#f3f4f6"/);
  });

  test('does not show what only an inbox previews', () => {
    expect(html).toMatch(/<div style="display:none;[^"]*mso-hide:all;"/);
  });
});

test('each sheet of styles stands alone, because Gmail drops a whole one for a rule it does not know', () => {
  const { html } = render(sampleOf('en', 'offer'));
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, sheet = '']) => sheet);
  const [narrow, dark, outlookCom] = sheets.filter(sheet => !sheet.includes('mso-'));
  expect(narrow).toContain('max-width: 520px');
  expect(dark).toContain('prefers-color-scheme: dark');
  expect(outlookCom).toContain('[data-ogsc]');
  expect(`${narrow}${dark}`).not.toContain('[data-');
});
