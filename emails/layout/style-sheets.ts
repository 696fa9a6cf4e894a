import type { Palette } from './look.ts';

/**
 * Styles that cannot be inline: narrow screens and dark mode. Mails stay whole where a program drops them. One sheet each,
 * because Gmail drops a whole sheet for a rule that it does not know.
 */
export function styleSheets(dark: Palette): string[] {
  return [narrow, darkSheet(dark), outlookComSheet(dark), phrases];
}

const narrow = `
@media (max-width: 520px) {
  .outer { padding: 0 !important; }
  .card { padding: 28px 20px !important; border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
  .edge { padding-left: 20px !important; padding-right: 20px !important; }
  .masthead { padding-top: 16px !important; padding-bottom: 14px !important; }
  .rows th, .rows td { display: block !important; width: auto !important; }
  .rows th { padding: 10px 0 0 !important; border-bottom: 0 !important; }
  .rows td { padding: 2px 0 10px !important; }
  .button td, .button a { display: block !important; text-align: center !important; }
  .button { width: 100% !important; }
}`;

/** Japanese lines end between phrases and not within a word, where a program can tell them. */
const phrases = `
.card, .edge { word-break: auto-phrase; }`;

const darkSheet = (dark: Palette) => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background-color: ${dark.ground} !important; }
  .card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
  .text { color: ${dark.text} !important; }
  .muted { color: ${dark.muted} !important; }
  .link { color: ${dark.link} !important; }
  .tint { background-color: ${dark.tint} !important; border-color: ${dark.line} !important; }
  .strong { border-left-color: ${dark.link} !important; }
  .rows th, .rows td { border-color: ${dark.line} !important; }
  .button td { background-color: ${dark.button} !important; border-color: ${dark.button} !important; }
  .button a { color: ${dark.onButton} !important; }
  .logo { background-color: #ffffff !important; color: #1c2430 !important; padding: 8px 12px !important; border-radius: 6px !important; }
}`;

/** Outlook.com and the new Outlook darken mails themselves, and mark what they have changed. */
const outlookComSheet = (dark: Palette) => `
[data-ogsc] .text, .text[data-ogsc] { color: ${dark.text} !important; }
[data-ogsc] .muted, .muted[data-ogsc] { color: ${dark.muted} !important; }
[data-ogsc] .link, .link[data-ogsc] { color: ${dark.link} !important; }
`;
