import { normalizations, normalizationTable, type NormalizationName } from '$lib/data';
import { lenet5Network } from '$lib/network';
import { codeSize, differingBits, outputCodes } from '$lib/network/digit-codes';
import { conv2d, softmax, tensor } from '$lib/nn';
import { formatNumber } from '$lib/numbers/print';
import type { LayerTable } from '$lib/views/network/layer-table';

type Values = Readonly<Record<string, number | string>>;

/** In prose, with a true minus. */
const signed = (value: number) => formatNumber(value).replace('-', '−');

const greyAs = (name: NormalizationName, grey: number) =>
  signed(normalizationTable(normalizations[name])[grey]);

/** What grey levels become. */
const greys: Values = {
  'grey.max': 255,
  'grey.levels': 256,
  'grey.example': greyAs('article', 51),
  'ink.usual': greyAs('usual', 255),
  'ink.article': greyAs('article', 255),
};

/** A window of ink and paper under a kernel for a left edge, as the lesson on convolution works it by hand. */
const window = tensor([1, 1, 3, 3], [0, 1, 2, 0, 2, 2, 0, 0, 2]);
const edge = tensor([1, 1, 3, 3], [-1, 0, 1, -1, 0, 1, -1, 0, 1]);
const sums: Values = { 'example.sum': Math.round(conv2d(window, edge, tensor([1], [0])).data[0]) };

const [first, second, third] = softmax(tensor([1, 3], [2, 1, 0])).data;
/** Three scores, 2, 1 and 0, and their probabilities. */
const scores: Values = {
  'softmax.first': formatNumber(first),
  'softmax.second': formatNumber(second),
  'softmax.third': formatNumber(third),
  'softmax.power': formatNumber(Math.exp(2)),
  'softmax.one': formatNumber(Math.E),
  'softmax.sum': formatNumber(Math.exp(2) + Math.E + 1),
};

const codes: Values = {
  'codes.pixels': codeSize.width * codeSize.height,
  'codes.sixAndEight': differingBits(outputCodes[6], outputCodes[8]),
};

/** How far apart, in pixels, what neighbouring units of each layer see: the product of the strides so far. */
function jumps(): Values {
  let jump = 1;
  return Object.fromEntries(
    lenet5Network().layers.flatMap(({ name, layer }) => {
      if (!('kernelSize' in layer)) return [];
      jump *= layer.stride[0];
      return [[`${name}.jump`, jump] as const];
    }),
  );
}

/** The numbers that lessons work out by hand, and totals of a network's table. */
export const exampleValues = ({ rows, totals }: LayerTable, float32: number): Values => ({
  ...greys,
  ...sums,
  ...scores,
  ...codes,
  ...jumps(),
  // Row 2, column 3 of map 11 of S4, in the row that C5 reads.
  'flat.example': 11 * 25 + 2 * 5 + 3,
  'network.weights': rows.reduce(
    (sum, { measure }) =>
      sum + (measure.parameters > 0 ? measure.parameters - measure.output[0] : 0),
    0,
  ),
  'network.units': rows.reduce(
    (sum, { measure: { output } }) => sum + output[0] * output[1] * output[2],
    0,
  ),
  'network.flops': 2 * totals.multiplyAdds,
  'network.adamBytes': 4 * float32,
});
