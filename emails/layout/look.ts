import { createContext } from 'preact';
import { readableOn, textOn } from './colours.ts';

/** What every mail looks like in one light. Every pair of text and ground has a contrast of 4.5 or more. */
export interface Palette {
  ground: string;
  card: string;
  text: string;
  muted: string;
  line: string;
  tint: string;
  /** Of links, and of the edge of a button. */
  link: string;
  /** Of a button, with its words. */
  button: string;
  onButton: string;
}

const lightGrounds = {
  ground: '#f3f4f6',
  card: '#ffffff',
  text: '#1c2430',
  muted: '#566071',
  line: '#e1e5ea',
  tint: '#f5f7fb',
};
const darkGrounds: typeof lightGrounds = {
  ground: '#0e1116',
  card: '#181d25',
  text: '#e8ebf0',
  muted: '#a4aebd',
  line: '#333b48',
  tint: '#1f2631',
};

/** The vendor's colour on light ground: buttons have it as it is, links as dark as it takes to read them. */
export function lightPalette(colour: string): Palette {
  const link = readableOn(lightGrounds.ground, { colour });
  return { ...lightGrounds, link, button: colour, onButton: textOn(colour) };
}

/** The same on dark ground. Bright enough that a button stands out, too. */
export function darkPalette(colour: string): Palette {
  const link = readableOn(darkGrounds.tint, { colour, least: 6 });
  return { ...darkGrounds, link, button: link, onButton: textOn(link) };
}

/** The light palette of the vendor whose mail is being written: the one that stands in the elements themselves. */
export const Look = createContext<Palette>(lightPalette('#000000'));

export const fonts =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', Meiryo, 'Noto Sans JP', 'Noto Sans CJK JP', Helvetica, Arial, sans-serif";
