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

const token = /\s*(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|[a-z]+\d*|[-+*/^()⌊⌋⌈⌉])/iy;

/** Values of the letters of a formula. */
export type Values = Readonly<Record<string, number>>;

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

/** The names that functions and letters of a formula have, the longest first. */
const namesOf = (values: Values) =>
  [...Object.keys(functions), ...Object.keys(values)].sort((a, b) => b.length - a.length);

/** `ck` as `c` and `k`, `pln` as `p` and `ln`, where these are letters of the formula; any other token as it is. */
function lettersOf(each: string, values: Values | undefined): string[] {
  if (!values || !/^[a-z]{2}/.test(each)) return [each];
  const names = namesOf(values).join('|');
  return new RegExp(`^(?:${names})+$`).test(each)
    ? (each.match(new RegExp(names, 'g')) ?? [])
    : [each];
}

/** Reads one expression after another from its tokens, and computes as it reads. */
class Reader {
  #at = 0;
  constructor(
    readonly tokens: readonly string[],
    /** The letters that it may have; then `2p` and `o(k + 1)` are products too. */
    readonly values: Values | undefined,
  ) {}

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
    for (let sign = this.#sign(); sign; sign = this.#sign()) {
      const next = this.#signed();
      value = sign === '/' ? value / next : value * next;
    }
    return value;
  }

  /** The sign of the next factor; in a formula it may go without one. */
  #sign(): string | undefined {
    const sign = this.#take('*', '/');
    const next = this.tokens[this.#at];
    return sign ?? (this.values && next && /^[a-z(⌊⌈]/.test(next) ? '*' : undefined);
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
    if (this.#take('⌈')) return Math.ceil(this.#closed('⌉'));
    const next = this.tokens[this.#at++];
    if (next === undefined) return NaN;
    if (this.values && Object.hasOwn(this.values, next)) return this.values[next];
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

/**
 * The value of a calculation, or of a formula with these values of its letters; undefined where the text is
 * none, or has no finite value.
 */
export function evaluate(text: string, values?: Values): number | undefined {
  const tokens = tokensOf(text)?.flatMap((each) => lettersOf(each, values));
  if (!tokens || tokens.length === 0) return undefined;
  const value = new Reader(tokens, values).whole();
  return Number.isFinite(value) ? value : undefined;
}

/** A formula as it is printed: `o (c k² + 1)`. */
export const printFormula = (text: string): string =>
  text.replaceAll('^2', '²').replaceAll('*', '·').replaceAll('-', '−');

/** A rule's calculation as it is printed: `16 · (6 · 3 · 3 + 1)`. */
export function printCalculation(text: string): string {
  return text
    .replaceAll(/\d+(\.\d+)?/g, grouped)
    .replaceAll('*', '·')
    .replaceAll('-', '−');
}
