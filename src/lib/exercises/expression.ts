import { grouped } from '$lib/numbers/print';

/*
 * Calculations as text, `16 * (6 * 3 * 3 + 1)`: what a rule says of an answer, and what a reader types
 * for one. Numbers, + - * / ^, brackets, ⌊ ⌋, and the functions below.
 */

const functions: Readonly<Record<string, (x: number) => number>> = {
  floor: Math.floor,
  ceil: Math.ceil,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  ln: Math.log,
  log10: Math.log10,
};

const token = /\s*(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|[a-z]+\d*|[-+*/^()⌊⌋])/iy;

/** The tokens of a text; undefined where it has anything else. */
function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    tokens.push(match[1].toLowerCase());
    end = token.lastIndex;
  }
  return text.slice(end).trim() === '' ? tokens : undefined;
}

/** Reads one expression after another from its tokens, and computes as it reads. */
class Reader {
  #at = 0;
  constructor(readonly tokens: readonly string[]) {}

  /** The value of all tokens; NaN where they are no expression. */
  whole(): number {
    const value = this.#sum();
    return this.#at === this.tokens.length ? value : NaN;
  }

  #take(...wanted: string[]): string | undefined {
    const next = this.tokens[this.#at];
    if (next === undefined || !wanted.includes(next)) return undefined;
    this.#at++;
    return next;
  }

  #sum(): number {
    let value = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      const next = this.#product();
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(): number {
    let value = this.#signed();
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
      const next = this.#signed();
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  }

  #signed(): number {
    if (this.#take('-')) return -this.#signed();
    if (this.#take('+')) return this.#signed();
    const base = this.#atom();
    return this.#take('^') ? base ** this.#signed() : base;
  }

  #atom(): number {
    if (this.#take('(')) return this.#closed(')');
    if (this.#take('⌊')) return Math.floor(this.#closed('⌋'));
    const next = this.tokens[this.#at++];
    if (next === undefined) return NaN;
    if (Object.hasOwn(functions, next)) {
      return functions[next](this.#take('(') ? this.#closed(')') : this.#signed());
    }
    return /^[\d.]/.test(next) ? Number(next) : NaN;
  }

  #closed(bracket: string): number {
    const value = this.#sum();
    return this.#take(bracket) ? value : NaN;
  }
}

/** The value of a calculation; undefined where the text is none, or has no finite value. */
export function evaluate(text: string): number | undefined {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return undefined;
  const value = new Reader(tokens).whole();
  return Number.isFinite(value) ? value : undefined;
}

/** A rule's calculation as it is printed: `16 · (6 · 3 · 3 + 1)`. */
export function printCalculation(text: string): string {
  return text
    .replaceAll(/\d+(\.\d+)?/g, grouped)
    .replaceAll('*', '·')
    .replaceAll('-', '−');
}
