import { isNameCharacter } from './names';
import type { NormalisedSource } from './normalise';
import { Refusal } from './problem';

/** Words that stand between operands or before one. */
const operatorWords = new Set(['and', 'or', 'xor', 'not', 'mod', 'to', 'in']);

/** Signs of printed mathematics that are one word of the language. */
const words = new Map([
  ['∧', ' and '],
  ['∨', ' or '],
  ['¬', ' not '],
  ['&&', ' and '],
  ['**', '^'],
]);

/** Brackets of printed mathematics: what they open, and what closes them. */
const fences = new Map([
  ['⌊', { name: 'floor', closing: '⌋' }],
  ['⌈', { name: 'ceil', closing: '⌉' }],
]);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The sign that stands for percent in what the parser reads; nobody can type it. */
export const percentSign = "'";

const patterns = {
  blank: /\s+/y,
  grouped: /\d{1,3}(,\d{3})+(?![\d,])/y,
  number: /(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/iy,
  power: /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/y,
  quoted: /'[^']*'/y,
};

/** The name that begins at a place; '' where none does. */
function nameAt(text: string, start: number): string {
  let end = start;
  while (isNameCharacter(text[end] ?? '') || (end > start && /\d/.test(text[end] ?? ''))) end++;
  return text.slice(start, end);
}

/**
 * A statement as the parser reads it: bars, half brackets and roots become calls, `61,706` outside
 * a call one number, `**` a power, raised digits an exponent. `%` is a percent sign unless an
 * operand follows. Throws a Refusal for a sign that has no partner or is written another way.
 */
export function spell(statement: string): NormalisedSource {
  return new Speller(statement).spelt();
}

class Speller {
  readonly #statement: string;
  #text = '';
  readonly #origins: number[] = [];
  #at = 0;
  /** What stands before the next sign. */
  #before: 'name' | 'operand' | 'other' = 'other';
  /** What is open: `call` and `(` are round brackets, the others wait for their own closing sign. */
  readonly #open: string[] = [];

  constructor(statement: string) {
    this.#statement = statement;
  }

  spelt(): NormalisedSource {
    while (this.#at < this.#statement.length) this.#next();
    const unclosed = this.#open.find((sign) => sign !== '(' && sign !== 'call');
    if (unclosed !== undefined) throw new Refusal({ kind: 'unpaired', sign: unclosed });
    this.#origins.push(this.#statement.length);
    return { text: this.#text, origins: this.#origins };
  }

  #next(): void {
    const sign = this.#statement.charAt(this.#at);
    const two = this.#statement.slice(this.#at, this.#at + 2);
    const blank = this.#match(patterns.blank);
    const power = this.#match(patterns.power);
    const number = this.#match(patterns.number);
    const fence = fences.get(sign);
    if (blank) this.#write(blank, blank.length, this.#before);
    else if (two === '//') throw new Refusal({ kind: 'instead', typed: two, write: 'floor(a/b)' });
    else if (words.has(two)) this.#write(words.get(two)!, 2);
    else if (words.has(sign)) this.#write(words.get(sign)!, 1);
    else if (fence) this.#openFence(fence);
    else if (sign === '⌋' || sign === '⌉') this.#closeFence(sign);
    else if (sign === '|') this.#bar();
    else if (sign === '(') this.#bracket();
    else if (sign === ')') this.#closeBracket();
    else if (sign === '%') this.#percent();
    else if (sign === percentSign) throw this.#quote();
    else if (sign === '√') this.#root();
    else if (power) this.#power(power);
    else if (number) this.#number(number);
    else if (isNameCharacter(sign)) this.#word();
    else this.#write(sign, 1);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#statement)?.[0];
  }

  /** Where the next sign that is no blank stands, from a place on. */
  #visible(from: number): number {
    return from + /\S|$/.exec(this.#statement.slice(from))!.index;
  }

  /** Writes what `length` characters of the statement become. */
  #write(written: string, length: number, now: 'name' | 'operand' | 'other' = 'other'): void {
    this.#text += written;
    for (let i = 0; i < written.length; i++) {
      this.#origins.push(this.#at + Math.min(i, length - 1));
    }
    this.#at += length;
    this.#before = now;
  }

  #openFence({ name, closing }: { name: string; closing: string }): void {
    this.#open.push(closing);
    // A blank keeps the name apart from a name before it: x|y| is x times the size of y.
    this.#write(` ${name}(`, 1);
  }

  #closeFence(sign: string): void {
    if (this.#open.pop() !== sign) throw new Refusal({ kind: 'unpaired', sign });
    this.#write(')', 1, 'operand');
  }

  #bar(): void {
    if (this.#open.at(-1) === '|' && this.#before !== 'other') this.#closeFence('|');
    else this.#openFence({ name: 'abs', closing: '|' });
  }

  #bracket(): void {
    this.#open.push(this.#before === 'name' ? 'call' : '(');
    this.#write('(', 1);
  }

  #closeBracket(): void {
    const opened = this.#open.pop() ?? '(';
    if (opened !== '(' && opened !== 'call') throw new Refusal({ kind: 'unpaired', sign: opened });
    this.#write(')', 1, 'operand');
  }

  #percent(): void {
    const next = this.#visible(this.#at + 1);
    const name = nameAt(this.#statement, next);
    const isOperand =
      name === '' ? /[\d.(⌊⌈√]/.test(this.#statement[next] ?? '') : !operatorWords.has(name);
    if (isOperand) this.#write('%', 1);
    else this.#write(percentSign, 1, 'operand');
  }

  #quote(): Refusal {
    const quoted = this.#match(patterns.quoted)?.slice(0, 22);
    return quoted === undefined
      ? new Refusal({ kind: 'forbidden', what: 'operator', part: percentSign })
      : new Refusal({ kind: 'forbidden', what: 'text', part: quoted });
  }

  #root(): void {
    const inside = this.#visible(this.#at + 1);
    if (this.#statement[inside] === '(') return this.#write(' sqrt', inside - this.#at, 'name');
    patterns.number.lastIndex = inside;
    const of = patterns.number.exec(this.#statement)?.[0] ?? nameAt(this.#statement, inside);
    const end = inside + of.length;
    if (of === '' || this.#statement[this.#visible(end)] === '(') {
      throw new Refusal({ kind: 'instead', typed: '√', write: 'sqrt(x)' });
    }
    this.#write(` sqrt(${of})`, end - this.#at, 'operand');
  }

  #power(raised: string): void {
    const digits = Array.from(raised, (digit) =>
      superscripts.includes(digit) ? superscripts.indexOf(digit) : digit === '⁻' ? '-' : '+',
    );
    this.#write(`^(${digits.join('')})`, raised.length, 'operand');
  }

  #number(number: string): void {
    const grouped = this.#open.at(-1) === 'call' ? undefined : this.#match(patterns.grouped);
    if (grouped === undefined) this.#write(number, number.length, 'operand');
    else this.#write(grouped.replaceAll(',', ''), grouped.length, 'operand');
  }

  #word(): void {
    const name = nameAt(this.#statement, this.#at);
    this.#write(name, name.length, operatorWords.has(name) ? 'other' : 'name');
  }
}
