const typed = new Map([
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['∗', '*'],
  ['•', '*'],
  ['∙', '*'],
  ['・', '*'],
  ['∕', '/'],
  ['⁄', '/'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['、', ','],
  ['。', '.'],
  ['π', 'pi'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['\r', ' '],
]);

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** Full-width letters, digits and signs stand 0xFEE0 above their ASCII twins. */
function plain(character: string, before: string | undefined): string {
  const subscript = subscripts.indexOf(character);
  // One `_` for a whole subscript: log₁₀ is log_10.
  if (subscript >= 0) return `${before && subscripts.includes(before) ? '' : '_'}${subscript}`;
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return typed.get(character) ?? character;
}

/** A source in plain characters, and for each of them the place in the original it came from. */
export interface NormalisedSource {
  text: string;
  origins: number[];
}

/**
 * Writes full-width characters and the signs of printed mathematics (×, −, ≤, C₁) as the language
 * has them. `origins` has one entry more than `text` has characters: the end of the original.
 */
export function normalise(source: string): NormalisedSource {
  let text = '';
  const origins: number[] = [];
  for (let index = 0; index < source.length; index++) {
    const replacement = plain(source[index]!, source[index - 1]);
    text += replacement;
    for (let i = 0; i < replacement.length; i++) origins.push(index);
  }
  origins.push(source.length);
  return { text, origins };
}
