import { allModules } from './module';
import type { Sequential } from './modules/sequential';

/**
 * The rules for starting values, all uniform between ± a bound: PyTorch's default 1/√fanIn; the
 * paper's 2.4/fanIn (appendix A); Xavier's (Glorot's) √(6 / (fanIn + fanOut)) and He's √(6/fanIn),
 * both with biases of zero.
 */
export const initializations = ['pytorch', 'paper', 'xavier', 'he'] as const;

/** The name of a rule for starting values. */
export type Initialization = (typeof initializations)[number];

/** The bounds of a layer's weights and biases; one output sums `fanIn` inputs, one input goes to `fanOut`. */
const bounds: Record<Initialization, (fanIn: number, fanOut: number) => [number, number]> = {
  pytorch: (fanIn) => [1 / Math.sqrt(fanIn), 1 / Math.sqrt(fanIn)],
  paper: (fanIn) => [2.4 / fanIn, 2.4 / fanIn],
  xavier: (fanIn, fanOut) => [Math.sqrt(6 / (fanIn + fanOut)), 0],
  he: (fanIn) => [Math.sqrt(6 / fanIn), 0],
};

/**
 * Stretches the starting values of a network that was just created, which are PyTorch's, to another
 * rule's bounds: the same draws, so that two rules differ in their bounds alone. Changes the network.
 */
export function initialize({ modules }: Sequential, rule: Initialization): void {
  for (const module of allModules(modules).values()) {
    // A coefficient or a scale of a map sums nothing: it keeps the value it has.
    if (module.kind !== 'conv2d' && module.kind !== 'linear') continue;
    if (!module.weight || !module.bias) continue;
    const { shape, data } = module.weight.value;
    const [fanIn, fanOut] = [data.length / shape[0], data.length / shape[1]];
    const [drawn] = bounds.pytorch(fanIn, fanOut);
    const [weight, bias] = bounds[rule](fanIn, fanOut);
    // A factor of exactly 1 for PyTorch's own: its bits stay as they are.
    for (let i = 0; i < data.length; i++) data[i] *= weight / drawn;
    const biases = module.bias.value.data;
    for (let i = 0; i < biases.length; i++) biases[i] *= bias / drawn;
  }
}
