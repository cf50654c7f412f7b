import { ceil, floor, logarithm, power, remainder, round } from './operations';

/** How a function is set in TeX, given its arguments in TeX. */
type Setting = (...args: string[]) => string;

/** A function of the language. */
export interface BuiltIn {
  /** How many arguments it takes, at least and at most. */
  arguments: readonly [number, number];
  tex: Setting;
  /** Its value; NaN where there is none, and a Refusal where there is more to say. */
  compute(...args: number[]): number;
}

const named =
  (operator: string): Setting =>
  (...args) =>
    `${operator}\\left(${args.join(', ')}\\right)`;

const operator = (name: string) => named(`\\operatorname{${name}}`);

const fenced =
  (open: string, close: string): Setting =>
  (content) =>
    `\\left${open} ${content} \\right${close}`;

const many = [1, 50] as const;
const one = [1, 1] as const;
const oneOrTwo = [1, 2] as const;

const total = (...args: number[]) => args.reduce((sum, arg) => sum + arg, 0);

const remainderTex: Setting = (left, right) => `\\left(${left} \\bmod ${right}\\right)`;
const logTex: Setting = (value, base) =>
  named(base === undefined ? '\\ln' : `\\log_{${base}}`)(value!);

/** Every function an expression may call. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['abs', { arguments: one, tex: fenced('|', '|'), compute: Math.abs }],
  ['atan', { arguments: one, tex: named('\\arctan'), compute: Math.atan }],
  ['ceil', { arguments: one, tex: fenced('\\lceil', '\\rceil'), compute: ceil }],
  ['cos', { arguments: one, tex: named('\\cos'), compute: Math.cos }],
  ['exp', { arguments: one, tex: named('\\exp'), compute: Math.exp }],
  ['floor', { arguments: one, tex: fenced('\\lfloor', '\\rfloor'), compute: floor }],
  ['ln', { arguments: one, tex: named('\\ln'), compute: logarithm }],
  ['log', { arguments: oneOrTwo, tex: logTex, compute: logarithm }],
  ['log10', { arguments: one, tex: named('\\log_{10}'), compute: (x) => logarithm(x, 10) }],
  ['log2', { arguments: one, tex: named('\\log_{2}'), compute: (x) => logarithm(x, 2) }],
  ['max', { arguments: many, tex: named('\\max'), compute: Math.max }],
  [
    'mean',
    { arguments: many, tex: operator('mean'), compute: (...args) => total(...args) / args.length },
  ],
  ['min', { arguments: many, tex: named('\\min'), compute: Math.min }],
  ['mod', { arguments: [2, 2], tex: remainderTex, compute: remainder }],
  [
    'pow',
    {
      arguments: [2, 2],
      tex: (base, exponent) => `{\\left(${base}\\right)}^{${exponent}}`,
      compute: power,
    },
  ],
  ['round', { arguments: oneOrTwo, tex: operator('round'), compute: round }],
  ['sign', { arguments: one, tex: operator('sign'), compute: Math.sign }],
  ['sin', { arguments: one, tex: named('\\sin'), compute: Math.sin }],
  ['sqrt', { arguments: one, tex: (content) => `\\sqrt{${content}}`, compute: Math.sqrt }],
  ['sum', { arguments: many, tex: operator('sum'), compute: total }],
  ['tan', { arguments: one, tex: named('\\tan'), compute: Math.tan }],
  ['tanh', { arguments: one, tex: named('\\tanh'), compute: Math.tanh }],
]);

/** Functions by the names under which formulas are printed. */
export const printedNames: ReadonlyMap<string, string> = new Map([
  ['arctan', 'atan'],
  ['log_10', 'log10'],
  ['log_2', 'log2'],
]);

/** Whether a name is a function's, and so may not be given to anything else. */
export function isFunctionName(name: string): boolean {
  return builtIns.has(name) || printedNames.has(name);
}

/** The names that have a value without being defined; a cell may give them another. */
export const constants: ReadonlyMap<string, number> = new Map([
  ['e', Math.E],
  ['pi', Math.PI],
]);
