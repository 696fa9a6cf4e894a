/** Colours of the mails; every pair of text and ground has a contrast of 4.5 or more. */
export const light = {
  ground: '#f3f4f6',
  card: '#ffffff',
  text: '#1c2430',
  muted: '#5a6475',
  line: '#e1e5ea',
  tint: '#f5f7fb',
  accent: '#1f4fd8',
  onAccent: '#ffffff',
};
const dark: typeof light = {
  ground: '#0e1116',
  card: '#181d25',
  text: '#e8ebf0',
  muted: '#a4aebd',
  line: '#333b48',
  tint: '#1f2631',
  accent: '#8fb0ff',
  onAccent: '#0b1530',
};

export const fonts =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Sans CJK JP', Helvetica, Arial, sans-serif";

/** Styles that cannot be inline: narrow screens and dark mode. Mails stay whole where a client drops them. */
export const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 520px) {
  .outer { padding: 0 !important; }
  .card { padding: 28px 20px !important; border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
  .edge { padding-left: 20px !important; padding-right: 20px !important; }
  .facts th, .facts td { display: block !important; width: auto !important; border: 0 !important; }
  .facts th { padding: 10px 0 0 !important; }
  .facts td { padding: 2px 0 10px !important; border-bottom: 1px solid ${light.line} !important; }
  .button td, .button a { display: block !important; text-align: center !important; }
  .button { width: 100% !important; }
}
@media (prefers-color-scheme: dark) {
  .ground { background-color: ${dark.ground} !important; }
  .card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
  .text { color: ${dark.text} !important; }
  .muted { color: ${dark.muted} !important; }
  .link { color: ${dark.accent} !important; }
  .tint { background-color: ${dark.tint} !important; border-color: ${dark.line} !important; }
  .strong { border-left-color: ${dark.accent} !important; }
  .facts th, .facts td { border-color: ${dark.line} !important; }
  .button td { background-color: ${dark.accent} !important; }
  .button a { color: ${dark.onAccent} !important; }
}
[data-ogsc] .text { color: ${dark.text} !important; }
[data-ogsc] .muted { color: ${dark.muted} !important; }
[data-ogsc] .link { color: ${dark.accent} !important; }
`;
