import { measureChain, type MeasuredLayer } from '$lib/arithmetic';
import { marginsOf, normalizations, type NormalizationName } from '$lib/data';
import {
  writeOnnx,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from '$lib/formats/onnx/model';
import type { ParameterValues } from '$lib/kernels/contract';
import {
  pytorchNames,
  writeNetwork,
  type NamedLayer,
  type Network,
  type Shape,
} from '$lib/network';
import { operatorsOf, type Operator } from './operators';

/** The first dimension of everything: how many digits are read at once. */
const batch = 'batch';

/** What the graph is built of, and where building has got to. */
interface Graph {
  readonly nodes: OnnxNode[];
  readonly constants: OnnxTensor[];
  readonly between: OnnxValue[];
}

/** A tensor that passes: its name and its shape without the batch. */
interface Passing {
  readonly name: string;
  readonly shape: readonly number[];
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, axis) => product * axis, 1);

/**
 * A network with its weights as an ONNX model. It reads `input`, float32 [batch, channels, height, width] of
 * normalised grey levels, and writes `scores` [batch, classes]; the metadata say how a digit becomes what it reads.
 * Parameters have the names of the weights files. Throws where a layer has no operator.
 */
export function onnxModel(
  network: Network,
  weights: ParameterValues,
  normalize: NormalizationName,
): OnnxModel {
  const graph: Graph = { nodes: [], constants: [], between: [] };
  const names = pytorchNames(network.layers);
  const from: Passing = { name: 'input', shape: network.input };
  let last = chain(graph, network.layers, network.input, from, names, weights);
  if (last.shape.length > 1) last = flattened(graph, last, 'scores.flatten');
  rename(graph, last.name, 'scores');
  const { mean, std } = normalizations[normalize];
  const [, height, width] = network.input;
  const [top, left] = marginsOf([height, width]);
  return {
    ...graph,
    producer: 'LeNet-5 notebook',
    graphName: 'network',
    between: graph.between.filter(({ name }) => name !== 'scores'),
    input: { name: 'input', shape: [batch, ...network.input] },
    output: { name: 'scores', shape: [batch, ...last.shape] },
    metadata: {
      network: writeNetwork(network),
      preparation: `A digit of 28 x 28 grey levels, 0 background to 255 ink, on a sheet of zeros of ${height} x ${width}, ${top} rows and ${left} columns before it; then x = (level / 255 - ${mean}) / ${std}.`,
      answer:
        network.loss === 'crossEntropy' ? 'the largest score' : 'the smallest score, a distance',
      mean: String(mean),
      std: String(std),
    },
  };
}

/** The bytes of that model's file. */
export const onnxFile = (...of: Parameters<typeof onnxModel>): Uint8Array<ArrayBuffer> =>
  writeOnnx(onnxModel(...of));

/** Adds layers one after another to the graph; returns what leaves the last. */
function chain(
  graph: Graph,
  layers: readonly NamedLayer[],
  input: Shape,
  from: Passing,
  names: ReadonlyMap<string, string>,
  weights: ParameterValues,
): Passing {
  const measured = measureChain(layers, input);
  if (!measured.ok) throw new Error('onnx: a network that breaks');
  let at = from;
  for (const step of measured.value) {
    const name = names.get(step.name) ?? step.name;
    const { layer, measure } = step;
    if (layer.kind === 'residual') {
      const body = chain(graph, layer.body, step.input, at, names, weights);
      const way = chain(graph, layer.shortcut ?? [], step.input, at, names, weights);
      at = added(graph, { name, shape: body.shape }, 'Add', [body.name, way.name]);
      continue;
    }
    if ((layer.kind === 'linear' || layer.kind === 'rbf') && at.shape.length > 1)
      at = flattened(graph, at, `${name}.flatten`);
    const shape = at.shape.length === 1 ? [measure.output[0]] : measure.output;
    at = layerOf(graph, step, { name, shape }, at, weights);
  }
  return at;
}

/** Adds the operators of one layer. */
function layerOf(
  graph: Graph,
  step: MeasuredLayer,
  to: Passing,
  from: Passing,
  weights: ParameterValues,
): Passing {
  const operators = operatorsOf(step, (part) => {
    const values = weights[`${to.name}.${part}`];
    if (!values) throw new Error(`onnx: missing ${to.name}.${part}`);
    return values;
  });
  let at = from;
  operators.forEach((each, place) => {
    const name = operators.length === 1 ? to.name : `${to.name}.${place + 1}`;
    const inputs = [at.name, ...constantsOf(graph, name, each)];
    at = added(
      graph,
      { name, shape: each.shape ?? to.shape },
      each.operator,
      inputs,
      each.attributes,
    );
  });
  return at;
}

/** What the constants of an operator are called after its own name. */
const constantNames: Readonly<Record<string, readonly string[]>> = {
  BatchNormalization: ['weight', 'bias', 'running_mean', 'running_var'],
  Mul: ['factor'],
  Add: ['summand'],
  Reshape: ['shape'],
  Sub: ['codes'],
};

/** Adds the constants of an operator; returns their names. */
function constantsOf({ constants }: Graph, name: string, { operator, constants: own }: Operator) {
  const parts = constantNames[operator] ?? ['weight', 'bias'];
  return own.map((constant, at) => {
    const called = `${name}.${parts[at]}`;
    constants.push({ ...constant, name: called });
    return called;
  });
}

function flattened(graph: Graph, from: Passing, name: string): Passing {
  return added(graph, { name, shape: [sizeOf(from.shape)] }, 'Flatten', [from.name], { axis: 1 });
}

/** Adds an operator that writes `to`. */
function added(
  { nodes, between }: Graph,
  to: Passing,
  operator: string,
  inputs: readonly string[],
  attributes: OnnxNode['attributes'] = {},
): Passing {
  const output = `${to.name}.output`;
  nodes.push({ operator, name: to.name, inputs, output, attributes });
  between.push({ name: output, shape: [batch, ...to.shape] });
  return { name: output, shape: to.shape };
}

/** Gives what is written under a name another one. */
function rename({ nodes, between }: Graph, from: string, to: string): void {
  const at = nodes.findIndex(({ output }) => output === from);
  nodes[at] = { ...nodes[at], output: to };
  const value = between.findIndex(({ name }) => name === from);
  between[value] = { ...between[value], name: to };
}
