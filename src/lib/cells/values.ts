import {
  convolutionParameters,
  float32Bytes,
  greatestCommonDivisor,
  linearParameters,
  measureNetwork,
  type Result,
} from '$lib/arithmetic';
import { borderWidth, normalizations, normalizationTable, type NormalizationName } from '$lib/data';
import { c3Table, lenet5Network, type Shape } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { crossEntropy, sizeOf, zeros } from '$lib/nn';
import { exampleValues } from './example-values';
import { formatInteger, formatNumber, formatPercent } from '$lib/numbers/print';
import { layerTable, rowOf, type LayerRow, type LayerTable } from '$lib/views/network/layer-table';
import { learningNumbers } from './learning-values';
import { differingBits, outputCodes } from '$lib/network/digit-codes';

type Numbers = Readonly<Record<string, number | string>>;

const lenet5 = lenet5Network();
const lenet1998 = presetNetwork('lenet5-1998');
/** The same network on a digit without its border, as some programs feed it: fewer numbers reach C5. */
const noBorder = presetNetwork('no-border');
const [modern, paper, unpadded] = [lenet5, lenet1998, noBorder].map(layerTable);

/** The answer of a calculation on numbers that are known to be possible. */
function certain<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`values: ${result.reason.code} in ${result.reason.field}`);
  return result.value;
}

/** `6 × 28 × 28`; `120` for a vector. */
const shapeText = ([channels, height, width]: Shape) =>
  height === 1 && width === 1 ? formatInteger(channels) : `${channels} × ${height} × ${width}`;

/** How a window lies on the layer's input, where it has one. */
function windowNumbers({ layer, measure: { output } }: LayerRow): Numbers {
  if (!('kernelSize' in layer)) return {};
  const [kernel] = layer.kernelSize;
  const padding = typeof layer.padding === 'string' ? 0 : layer.padding[0];
  return {
    kernel,
    lastTap: kernel - 1,
    taps: kernel * kernel,
    stride: layer.stride[0],
    padding,
    lastPlace: output[1] - 1,
  };
}

/** What a lesson may say of one layer of a network. */
function layerNumbers(row: LayerRow): Numbers {
  const { input, measure, sight } = row;
  const [maps, side] = measure.output;
  const weights = sizeOf(measure.weightShape);
  const trained = measure.parameters > 0;
  return {
    input: shapeText(input),
    inputs: sizeOf(input),
    lastInput: sizeOf(input) - 1,
    inputMaps: input[0],
    lastInputMap: input[0] - 1,
    inputSide: input[1],
    output: shapeText(measure.output),
    units: sizeOf(measure.output),
    lastUnit: sizeOf(measure.output) - 1,
    maps,
    side,
    positions: side * side,
    parameters: measure.parameters,
    ...(trained ? { weights, biases: maps } : {}),
    // Not in the sparse C3 of 1998, whose units see three, four or six maps.
    ...(trained && weights % maps === 0 ? { fanIn: weights / maps } : {}),
    connections: measure.connections,
    macs: measure.multiplyAdds,
    sight,
    ...windowNumbers(row),
  };
}

/** The numbers of every layer of a network, `c3.parameters`, and its totals. */
function networkNumbers(table: LayerTable, total: string): Numbers {
  const layers = table.rows.flatMap((row) =>
    Object.entries(layerNumbers(row)).map(([name, value]) => [`${row.name}.${name}`, value]),
  );
  return {
    ...Object.fromEntries(layers),
    [`${total}.layers`]: table.rows.length,
    [`${total}.parameters`]: table.totals.parameters,
    [`${total}.connections`]: table.totals.connections,
    [`${total}.macs`]: table.totals.multiplyAdds,
  };
}

const prefixed = (prefix: string, numbers: Numbers): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`${prefix}.${name}`, value]));

const parameters = modern.totals.parameters;
const c1 = rowOf(modern, 'c1');
const c3 = rowOf(modern, 'c3');
const sheet = { inChannels: 1, outChannels: c3.measure.output[0], kernelSize: 5 } as const;

/** Numbers that people often get, and what is compared with them. */
const comparisons: Numbers = {
  // A kernel of C3 taken for one sheet, although it reads six maps.
  'c3.asSheets': certain(convolutionParameters(sheet)),
  'c5.asSheets': certain(convolutionParameters({ inChannels: 1, outChannels: 120, kernelSize: 5 })),
  'network.c3AsSheets': parameters - c3.measure.parameters + certain(convolutionParameters(sheet)),
  // A weight of its own for every position and every pixel.
  'c1.dense': certain(linearParameters(sizeOf(lenet5.input), sizeOf(c1.measure.output))),
  // What C5, F6 and Output could be replaced by if nothing bent between them.
  'collapsed.parameters': certain(linearParameters(sizeOf(rowOf(modern, 'c5').input), 10)),
  'connected.parameters': ['c5', 'f6', 'output'].reduce(
    (sum, name) => sum + rowOf(modern, name).measure.parameters,
    0,
  ),
  'unpadded.c5.inputs': sizeOf(rowOf(unpadded, 'c5').input),
  'unpadded.s4.side': rowOf(unpadded, 's4').measure.output[1],
  'unpadded.s4.output': shapeText(rowOf(unpadded, 's4').measure.output),
  'unpadded.parameters': unpadded.totals.parameters,
};

/** The script with faults: a batch without a border, cut into rows for C5; and the smallest that makes whole ones. */
const scriptBatch = 64;
const fed = sizeOf(rowOf(unpadded, 'c5').input);
const wanted = sizeOf(rowOf(modern, 'c5').input);
const trapBatch = wanted / greatestCommonDivisor(fed, wanted);
const script: Numbers = {
  'script.batch': scriptBatch,
  'script.rows': formatNumber((scriptBatch * fed) / wanted, 2),
  'script.trapBatch': trapBatch,
  'script.trapRows': (trapBatch * fed) / wanted,
};

/** How far from 0 a first weight may lie: PyTorch's 1/√fan-in, and 2.4/fan-in of 1998 (appendix A). */
const c1FanIn = sizeOf(c1.measure.weightShape) / c1.measure.output[0];
const beginnings: Numbers = {
  'c1.bound': String(1 / Math.sqrt(c1FanIn)),
  'paper.c1.bound': String(2.4 / c1FanIn),
};

/** The outputs of 1998 where F6 shows the code of 6 as it is: squared distances of codes. */
const distanceFromSix = (digit: number) => 4 * differingBits(outputCodes[6], outputCodes[digit]);
const codes: Numbers = {
  'codes.sixToEight': distanceFromSix(8),
  'codes.sixToOne': distanceFromSix(1),
};

/** What networks after LeNet-5 cost, by the names of their presets. */
const later: Numbers = Object.fromEntries(
  (['alexnet', 'vgg16', 'plain32', 'residual32'] as const).flatMap((id) => {
    const { parameters: all, multiplyAdds } = measureNetwork(presetNetwork(id)).totals;
    return [
      [`${id}.parameters`, all],
      [`${id}.macs`, multiplyAdds],
    ];
  }),
);

/** Table I of the paper. */
const pairs = c3Table.flat().length;
const table: Numbers = {
  'table.pairs': pairs,
  'table.allPairs': c3Table.length * rowOf(paper, 'c3').input[0],
};

const shareOf = (part: number, whole: number) => formatPercent(part / whole, 0);

/** What empty paper becomes. */
const background = (name: NormalizationName) => normalizationTable(normalizations[name])[0];

/** Numbers of the whole network, of its picture and of its loss. */
const network: Numbers = {
  'c5.share': shareOf(rowOf(modern, 'c5').measure.parameters, parameters),
  'c3.macsShare': shareOf(c3.measure.multiplyAdds, modern.totals.multiplyAdds),
  'network.bytes': certain(float32Bytes(parameters)),
  'picture.pixels': sizeOf(lenet5.input),
  'picture.side': lenet5.input[1],
  'digit.pixels': sizeOf(noBorder.input),
  'digit.side': noBorder.input[1],
  'border.width': borderWidth,
  // In prose, with a true minus.
  'border.value': formatNumber(background('usual')).replace('-', '−'),
  'border.article': String(background('article')).replace('-', '−'),
  'paper.picture.side': lenet1998.input[1],
  // Ten equal logits: the loss of a network that knows nothing.
  'loss.ignorant': formatNumber(crossEntropy(zeros([1, 10]), [0]).data[0]),
};

/**
 * Every number that a lesson may name with `:value[…]`, as it is shown. `c3.parameters` is that of
 * this notebook's network, `paper.c3.parameters` that of 1998's.
 */
export const values: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...networkNumbers(modern, 'network'),
    ...prefixed('paper', networkNumbers(paper, 'network')),
    ...exampleValues(modern, certain(float32Bytes(parameters))),
    ...comparisons,
    ...beginnings,
    ...script,
    ...codes,
    ...table,
    ...later,
    ...network,
    ...learningNumbers(modern),
  }).map(([name, value]) => [name, typeof value === 'number' ? formatInteger(value) : value]),
);
