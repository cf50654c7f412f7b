import { greatestCommonDivisor, windowAlong } from '$lib/arithmetic';
import type { Pair } from '$lib/network';
import { formatInteger } from '$lib/numbers/print';
import { printedTex } from '$lib/numbers/tex';
import type { LayerResult } from '../answer';

/** A quantity down and across; both the same text where the formula need not tell them apart. */
type PairTerm = readonly [down: string, across: string];

/** Every quantity of the formulas in TeX, all as symbols or all as this layer's numbers. */
export interface Terms {
  readonly input: PairTerm;
  readonly kernel: PairTerm;
  readonly stride: PairTerm;
  readonly dilation: PairTerm;
  /** The padding on both sides together. */
  readonly padding: PairTerm;
  readonly output: PairTerm;
  readonly outputPadding: string;
  /** The largest number that divides stride and dilation. */
  readonly divisor: PairTerm;
  readonly in: string;
  readonly out: string;
  readonly groups: string;
  readonly batch: string;
  readonly parameters: string;
  readonly multiplyAdds: string;
  readonly activations: string;
  /** Stands between two factors. */
  readonly times: string;
}

/** A whole number in TeX, with separators that leave no gap: `117{,}600`. */
export function texNumber(value: number): string {
  return printedTex(formatInteger(value));
}

const coloured = (role: 'inp' | 'weight' | 'out', text: string) => `\\${role}{${text}}`;

/** What the formulas call the results that they build on, in the reader's language. */
export interface ResultNames {
  readonly parameters: string;
  readonly macs: string;
  readonly activations: string;
}

const gcd = (a: string, b: string): PairTerm => [`\\gcd(${a},${b})`, `\\gcd(${a},${b})`];

/** The largest number that divides stride and dilation, down and across. */
export function sharedDivisors({ stride, dilation }: Record<'stride' | 'dilation', Pair>): Pair {
  return [
    greatestCommonDivisor(stride[0], dilation[0]),
    greatestCommonDivisor(stride[1], dilation[1]),
  ];
}

const noNames: ResultNames = { parameters: '', macs: '', activations: '' };

/** The symbols; a square layer needs no letters for down and across. */
export function symbols(square: boolean, names = noNames): Terms {
  const pair = (letter: string, role?: 'weight'): PairTerm => {
    const term = (index: string) => {
      const symbol = square ? letter : `${letter}_${index}`;
      return role ? coloured(role, symbol) : symbol;
    };
    return [term('H'), term('W')];
  };
  const twice = (letter: PairTerm): PairTerm => [`2${letter[0]}`, `2${letter[1]}`];
  return {
    input: square
      ? [coloured('inp', 'W'), coloured('inp', 'W')]
      : [coloured('inp', 'H'), coloured('inp', 'W')],
    kernel: pair('K', 'weight'),
    stride: pair('S'),
    dilation: pair('D'),
    padding: twice(pair('P')),
    output: square
      ? [coloured('out', 'O'), coloured('out', 'O')]
      : [coloured('out', 'O_H'), coloured('out', 'O_W')],
    divisor: square ? gcd('S', 'D') : [gcd('S_H', 'D_H')[0], gcd('S_W', 'D_W')[0]],
    outputPadding: 'P_{\\text{out}}',
    in: coloured('inp', 'C_{\\text{in}}'),
    out: coloured('out', 'C_{\\text{out}}'),
    groups: 'G',
    batch: 'N',
    parameters: `\\text{${names.parameters}}`,
    multiplyAdds: `\\text{${names.macs}}`,
    activations: `\\text{${names.activations}}`,
    times: '\\,',
  };
}

/** The same with a layer's numbers. */
export function numbersOf({ numbers: n, layer, measure, activations }: LayerResult): Terms {
  const pair = ([down, across]: Pair, role?: 'inp' | 'weight' | 'out'): PairTerm => {
    const term = (value: number) => (role ? coloured(role, texNumber(value)) : texNumber(value));
    return [term(down), term(across)];
  };
  const padding = (axis: 0 | 1) => {
    const window =
      'dilation' in layer && layer.kind !== 'transposed' ? windowAlong(layer, axis) : undefined;
    const [before, after] = window?.ok ? window.value.padding : [n.padding[axis], n.padding[axis]];
    const [first, last] = [texNumber(before), texNumber(after)];
    return before === after ? `2\\cdot ${first}` : `(${first}+${last})`;
  };
  const [channels, ...size] = measure.output;
  return {
    input: pair(n.input, 'inp'),
    kernel: pair(n.kernel, 'weight'),
    stride: pair(n.stride),
    dilation: pair(n.dilation),
    padding: [padding(0), padding(1)],
    output: pair([size[0], size[1]], 'out'),
    divisor: pair(sharedDivisors(n)),
    outputPadding: texNumber(n.outputPadding),
    in: coloured('inp', texNumber(n.in)),
    out: coloured('out', texNumber(channels)),
    groups: texNumber(n.groups),
    batch: texNumber(n.batch),
    parameters: texNumber(measure.parameters),
    multiplyAdds: texNumber(measure.multiplyAdds),
    activations: texNumber(activations),
    times: '\\cdot ',
  };
}
