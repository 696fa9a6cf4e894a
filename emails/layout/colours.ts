/** `#rrggbb`. */
type Colour = string;

const white = '#ffffff';
const black = '#000000';

/**
 * How well one colour is read on another, from 1 to 21, whichever of them is the text (WCAG 2.2, contrast ratio; normal
 * text needs 4.5).
 */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** White or black text: one of the two has a contrast of more than 4.5 on any ground. */
export function textOn(ground: Colour): Colour {
  return contrast(white, ground) >= 4.5 ? white : black;
}

/** A colour, as far towards black or white as it takes to be read on the ground with that contrast. */
export function readableOn(
  ground: Colour,
  { colour, least = 4.5 }: { colour: Colour; least?: number },
): Colour {
  const end = luminance(ground) > 0.18 ? black : white;
  const steps = Array.from({ length: 21 }, (_, index) => mix(colour, end, index / 20));
  return steps.find(step => contrast(step, ground) >= least) ?? end;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const target = channels(to);
  const mixed = channels(from).map((value, index) => {
    const rounded = Math.round(value + ((target[index] ?? value) - value) * share);
    return rounded.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/** Red, green and blue, 0 to 255. */
function channels(colour: Colour): number[] {
  return [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16));
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
