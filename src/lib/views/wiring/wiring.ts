import { printedTex } from '$lib/numbers/tex';
import { formatInteger } from '$lib/numbers/print';
import { convolutionParameters, measureLayer } from '$lib/arithmetic';
import { c3Table } from '$lib/network';

/** C3: 16 maps of 10 × 10, made of 6 maps of 14 × 14 by kernels of 5 × 5. */
export const inputMaps = 6;
export const outputMaps = c3Table.length;
export const kernelSize = 5;
export const inputSize = 14;
export const outputSize = 10;
const taps = kernelSize * kernelSize;

/** For each map of C3 the maps of S2 that it sees. */
export type Wiring = readonly (readonly number[])[];

/** The three ways in which the parameters of C3 are counted. */
export const countings = ['sheet', 'full', 'table'] as const;
export type Counting = (typeof countings)[number];

/** Every map of C3 sees every map of S2. */
export const fullWiring: Wiring = c3Table.map(() =>
  Array.from({ length: inputMaps }, (_, map) => map),
);

/** The parameters of C3 when its maps see those of S2 by a table: 25 for each pair, 1 for each bias. */
export function wiredParameters(wiring: Wiring): number {
  const layer = {
    kind: 'sparse',
    table: wiring,
    bias: true,
    kernelSize: [kernelSize, kernelSize],
    stride: [1, 1],
    padding: 'valid',
    dilation: [1, 1],
  } as const;
  const measure = measureLayer(layer, [inputMaps, inputSize, inputSize]);
  return measure.ok ? measure.value.parameters : 0;
}

/** The parameters of C3 if each of its kernels were one sheet of 5 × 5: the mistake. */
export function sheetParameters(): number {
  const sheet = convolutionParameters({ inChannels: 1, outChannels: outputMaps, kernelSize });
  return sheet.ok ? sheet.value : 0;
}

/** How many maps of C3 see how many maps of S2: `[[3, 6], [4, 9], [6, 1]]` for Table I. */
export function groupsOf(wiring: Wiring): [seen: number, maps: number][] {
  const groups = new Map<number, number>();
  for (const { length } of wiring) groups.set(length, (groups.get(length) ?? 0) + 1);
  return [...groups].sort(([a], [b]) => a - b);
}

/** The count as a formula in TeX, ending with its value. */
export function countFormula(counting: Counting, wiring: Wiring): string {
  const kernel = `\\weight{${kernelSize}\\cdot ${kernelSize}}`;
  const maps = `\\out{${outputMaps}}`;
  if (counting === 'sheet') return `${maps}\\,(${kernel}+\\bias{1})=${tex(sheetParameters())}`;
  if (counting === 'full') {
    const block = `\\inp{${inputMaps}}\\cdot ${kernel}`;
    return `${maps}\\,(${block}+\\bias{1})=${tex(wiredParameters(fullWiring))}`;
  }
  const groups = groupsOf(wiring).map(
    ([seen, count]) => `\\out{${count}}\\,(\\inp{${seen}}\\cdot \\weight{${taps}}+\\bias{1})`,
  );
  return `${groups.join('+')}=${tex(wiredParameters(wiring))}`;
}

const tex = (value: number) => printedTex(formatInteger(value));

/** The wiring with one pair joined or parted. */
export function toggled(wiring: Wiring, output: number, input: number): Wiring {
  return wiring.map((seen, map) => {
    if (map !== output) return seen;
    return seen.includes(input)
      ? seen.filter((one) => one !== input)
      : [...seen, input].sort((a, b) => a - b);
  });
}
