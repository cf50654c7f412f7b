const piece = /<!--.*?-->|<(\/?)([a-z][a-z0-9]*)([^>]*?)(\/?)>|([^<]+)/gs;
const voids = ['br', 'hr', 'img', 'input', 'path'];
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

const isFormula = (attributes: string) => /class="[^"]*\bkatex\b/.test(attributes);
const isBlock = (name: string) =>
  !['a', 'em', 'strong', 'span', 'code', 'sub', 'sup'].includes(name);

const decode = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, decimal, name: string) => {
    if (hex) return String.fromCodePoint(parseInt(hex as string, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? all;
  });

/** The words of HTML that the build has written, without formulas and code blocks. */
export function plainText(html: string): string {
  let text = '';
  /** How many elements deep in something that is left out; 0 outside. */
  let skipped = 0;
  for (const [, closing, name, attributes = '', selfClosing, words] of html.matchAll(piece)) {
    if (words !== undefined) {
      if (skipped === 0) text += decode(words);
    } else if (name && !voids.includes(name) && !selfClosing) {
      if (closing) skipped = Math.max(0, skipped - 1);
      else if (skipped > 0 || name === 'pre' || isFormula(attributes)) skipped++;
      if (skipped === 0 && isBlock(name)) text += ' ';
    }
  }
  return text.replace(/\s+/g, ' ').trim();
}
