import type { Palette, Rgb } from './colour';

/** The tokens of `ui/theme.css` that the signed scale is made of. */
const tokens = {
  zero: '--surface',
  positive: '--ink',
  negative: '--negative',
  absent: '--line',
} as const;

/** Red, green and blue of a computed colour, `rgb(27, 27, 25)` or `color(srgb 0.1 0.2 0.3)`. */
function parseRgb(text: string): Rgb {
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const scale = text.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = numbers.map((number) => number * scale);
  return [red, green, blue];
}

const palettes = new Map<string, Palette>();

/** The signed scale's colours in a theme, read once from the document's style sheet. */
export function paletteOf(theme: 'light' | 'dark'): Palette {
  const known = palettes.get(theme);
  if (known) return known;
  const style = getComputedStyle(document.documentElement);
  const read = (token: string) => parseRgb(style.getPropertyValue(token));
  const palette: Palette = {
    zero: read(tokens.zero),
    positive: read(tokens.positive),
    negative: read(tokens.negative),
    absent: read(tokens.absent),
  };
  palettes.set(theme, palette);
  return palette;
}
