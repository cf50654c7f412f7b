import type { Layer, NamedLayer, Residual, Shape } from '$lib/network';
import { failure, success, type Failure, type Result } from '../result';
import { checked } from './checked';
import { measureConvolution, measureSparseConvolution, measureTransposed } from './convolution';
import { measureBatchNorm, measureLinear, measureRbf, measureUnchanged } from './dense';
import type { Measure } from './measured';
import { measureGlobalPooling, measurePooling, measureSubsampling } from './pooling';

/** What a layer makes of an input [channels, height, width], and what that costs for one sample. */
export function measureLayer(layer: Layer, input: Shape): Result<Measure> {
  switch (layer.kind) {
    case 'conv':
      return measureConvolution(layer, input);
    case 'sparse':
      return measureSparseConvolution(layer, input);
    case 'transposed':
      return measureTransposed(layer, input);
    case 'maxPool':
    case 'averagePool':
      return measurePooling(layer, input);
    case 'globalAveragePool':
      return measureGlobalPooling(input);
    case 'subsample':
      return measureSubsampling(layer, input);
    case 'linear':
      return measureLinear(layer, input);
    case 'rbf':
      return measureRbf(layer, input);
    case 'activation':
    case 'dropout':
      return measureUnchanged(input);
    case 'batchNorm':
      return measureBatchNorm(input);
    case 'residual':
      return measureResidual(layer, input);
  }
}

/** A residual block costs what its two chains cost; the addition itself is not counted. */
function measureResidual({ body, shortcut = [] }: Residual, input: Shape): Result<Measure> {
  const made = measureChain(body, input);
  if (!made.ok) return made;
  const kept = measureChain(shortcut, input);
  if (!kept.ok) return kept;
  const [output, other] = [made.value, kept.value].map(
    (steps) => steps.at(-1)?.measure.output ?? input,
  );
  if (output.some((size, axis) => size !== other[axis])) {
    return failure({ code: 'branches-differ', field: 'output', body: output, shortcut: other });
  }
  const measures = [...made.value, ...kept.value].map(({ measure }) => measure);
  const sum = (count: 'parameters' | 'connections' | 'multiplyAdds') =>
    measures.reduce((total, measure) => total + measure[count], 0);
  return checked({
    output,
    weightShape: [],
    parameters: sum('parameters'),
    connections: sum('connections'),
    multiplyAdds: sum('multiplyAdds'),
  });
}

/** A named layer with what it reads and what it makes of it. */
export interface MeasuredLayer extends NamedLayer {
  readonly input: Shape;
  readonly measure: Measure;
}

/** Every layer of a chain in turn; or why one of them does not fit, with its name. */
export function measureChain(
  layers: readonly NamedLayer[],
  input: Shape,
): { readonly ok: true; readonly value: MeasuredLayer[] } | Failure {
  const steps: MeasuredLayer[] = [];
  let shape = input;
  for (const { name, layer } of layers) {
    const measure = measureLayer(layer, shape);
    if (!measure.ok) return { within: name, ...measure };
    steps.push({ name, layer, input: shape, measure: measure.value });
    shape = measure.value.output;
  }
  return success(steps);
}
