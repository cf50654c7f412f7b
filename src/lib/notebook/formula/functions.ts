/** How a function is set in TeX, given its arguments in TeX. */
type Setting = (...args: string[]) => string;

/** A function of the language. */
export interface BuiltIn {
  /** How many arguments it takes, at least and at most. */
  arguments: readonly [number, number];
  tex: Setting;
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

/** Every function an expression may call, all of them evaluated by mathjs. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['abs', { arguments: one, tex: fenced('|', '|') }],
  ['atan', { arguments: one, tex: named('\\arctan') }],
  ['ceil', { arguments: one, tex: fenced('\\lceil', '\\rceil') }],
  ['cos', { arguments: one, tex: named('\\cos') }],
  ['exp', { arguments: one, tex: named('\\exp') }],
  ['floor', { arguments: one, tex: fenced('\\lfloor', '\\rfloor') }],
  [
    'log',
    {
      arguments: oneOrTwo,
      tex: (value, base) => named(base === undefined ? '\\ln' : `\\log_{${base}}`)(value!),
    },
  ],
  ['log10', { arguments: one, tex: named('\\log_{10}') }],
  ['log2', { arguments: one, tex: named('\\log_{2}') }],
  ['max', { arguments: many, tex: named('\\max') }],
  ['mean', { arguments: many, tex: operator('mean') }],
  ['min', { arguments: many, tex: named('\\min') }],
  ['mod', { arguments: [2, 2], tex: (left, right) => `\\left(${left} \\bmod ${right}\\right)` }],
  ['pow', { arguments: [2, 2], tex: (base, power) => `{\\left(${base}\\right)}^{${power}}` }],
  ['round', { arguments: oneOrTwo, tex: operator('round') }],
  ['sign', { arguments: one, tex: operator('sign') }],
  ['sin', { arguments: one, tex: named('\\sin') }],
  ['sqrt', { arguments: one, tex: (content) => `\\sqrt{${content}}` }],
  ['sum', { arguments: many, tex: operator('sum') }],
  ['tan', { arguments: one, tex: named('\\tan') }],
  ['tanh', { arguments: one, tex: named('\\tanh') }],
]);

/** The names that have a value without being defined; a cell may give them another. */
export const constants: ReadonlyMap<string, number> = new Map([
  ['e', Math.E],
  ['pi', Math.PI],
]);
