import { networkInput, normalizations, normalizationTable, type Normalization } from '$lib/data';
import { runSteps, scalar, tensorOf, type Step, type Tensor, type Trace } from '$lib/nn';

const input = 'input';

/** The normalisation with which a trace's digit was prepared: its first pixel is border, and so background. */
export function normalizationOf(trace: Pick<Trace, 'tensors'>): Normalization {
  const background = tensorOf(trace, input).data[0];
  const all = Object.values(normalizations);
  return all.find((each) => Math.abs(normalizationTable(each)[0] - background) < 1e-6) ?? all[0];
}

/**
 * Another image `[28, 28]` through the network of a trace, with its loss if it shows `label`: every tensor of
 * forward and loss by its name. The trace stays as it is.
 */
export function passThrough(
  trace: Trace,
  pixels: Uint8Array,
  label: number,
): ReadonlyMap<string, Tensor> {
  const [, , height, width] = tensorOf(trace, input).shape;
  const given = new Map(trace.tensors)
    .set(input, networkInput(pixels, normalizationOf(trace), [height, width]))
    .set('label', scalar(label));
  const forward = trace.steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  return runSteps(forward, given);
}

/** The step that gives the gradient of the pixels, which a trace leaves out: nothing learns from it. */
export function pixelGradientStep({ steps }: Pick<Trace, 'steps'>): Step {
  const first = steps.find(({ reads }) => reads[0] === input);
  if (first?.operation.kind !== 'conv2d') {
    throw new Error('pixelGradientStep: the pixels are not read by a convolution');
  }
  return {
    phase: 'backward',
    layer: first.layer,
    operation: { kind: 'conv2dInputGrad', options: first.operation.options },
    reads: [`${first.writes[0]}.grad`, first.reads[1]],
    writes: [`${input}.grad`],
    gradientOf: input,
  };
}

/** How the loss of a pass changes with each pixel of what the network reads: `[1, 1, H, W]`. */
export function pixelGradient(trace: Trace, passed: ReadonlyMap<string, Tensor>): Tensor {
  // The parameters' own gradients are most of the work, and are not asked for.
  const back = trace.steps.filter(
    ({ phase, gradientOf }) =>
      phase === 'backward' && gradientOf !== undefined && !trace.parameters.includes(gradientOf),
  );
  const found = runSteps([...back, pixelGradientStep(trace)], passed).get(`${input}.grad`);
  if (!found) throw new Error('pixelGradient: the way back does not reach the pixels');
  return found;
}
