import { formatBrief } from '$lib/numbers/print';
import { printedTex } from '$lib/numbers/tex';

/** A letter with an index: `w_{3,0,1,2}`; the bare letter where there is none. */
export function indexed(letter: string, index: readonly (number | string)[]): string {
  return index.length === 0 ? letter : `${letter}_{${index.join(',')}}`;
}

/** Macros that give a symbol its role's colour, as `ui/tex` defines them. */
export const inp = (symbol: string) => `\\inp{${symbol}}`;
export const weight = (symbol: string) => `\\weight{${symbol}}`;
export const bias = (symbol: string) => `\\bias{${symbol}}`;
export const out = (symbol: string) => `\\out{${symbol}}`;
export const gradient = (symbol: string) => `\\gradient{${symbol}}`;

/** A product, and which term of its sum it is, from 0: by the macro of `ui/tex`. */
export const termAt = (at: number, product: string) => `\\term{${at}}{${product}}`;

/** Σ e^z over all classes. */
export const sumOfPowers = (classes: number) => `\\sum_{k=0}^{${classes - 1}} e^{${inp('z_{k}')}}`;

/** How the loss changes with a number: ∂L/∂w. */
export function slopeOf(symbol: string): string {
  return gradient(`\\frac{\\partial L}{\\partial ${symbol}}`);
}

/** The signs Σ over running letters, and the letters as indices: 0 where only 0 is run through. */
export interface Sums {
  readonly signs: string;
  readonly letters: readonly string[];
}

/** Sums over letters that run from 0 to one less than their count: `['c', 6], ['i', 5]`. */
export function sumsOver(...ranges: readonly (readonly [letter: string, count: number])[]): Sums {
  return {
    signs: ranges
      .filter(([, count]) => count > 1)
      .map(([letter, count]) => `\\sum_{${letter}=0}^{${count - 1}}`)
      .join(''),
    letters: ranges.map(([letter, count]) => (count > 1 ? letter : '0')),
  };
}

/** `start + factor · letter` as an index: `2+i`, `2i-1`, `i`, `7-i`. */
export function along(start: number, factor: number, letter: string): string {
  if (letter === '0') return `${start}`;
  const moving = Math.abs(factor) === 1 ? letter : `${Math.abs(factor)}${letter}`;
  if (factor < 0) return start === 0 ? `-${moving}` : `${start}-${moving}`;
  if (start === 0) return moving;
  return start < 0 ? `${moving}-${-start}` : `${start}+${moving}`;
}

/** A number to four digits: `0.1284`, `-12.5`, `1.25 \times 10^{-5}`. */
export function texNumber(value: number): string {
  return printedTex(formatBrief(value, 4, [1e-3, 1e5]));
}
