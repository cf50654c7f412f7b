import type { Module } from '../module';
import {
  gradientKind,
  gradientsOf,
  operations,
  type NetworkOperation,
  type OperationName,
} from '../operations';
import type { Slot, StepDefinition } from '../operations/definition';
import { nameOf, outputPlace, type Place } from './place';
import type { Phase, Step } from './step';

/** The steps through a network and back, without any numbers yet. */
export interface Plan {
  readonly forward: readonly Step[];
  /** From the gradient of `output` to those of all parameters, and of `input`. */
  readonly backward: readonly Step[];
  /** The name of what the last module makes. */
  readonly output: string;
  /** The place of every tensor, by its name. */
  readonly places: ReadonlyMap<string, Place>;
}

/** The tensors around an operation that has a place there. */
type Places = Readonly<Partial<Record<Slot, Place>>>;

const input: Place = { layer: 'input' };
const label: Place = { layer: 'label' };
const probabilities: Place = { layer: 'probabilities' };
const loss: Place = { layer: 'loss' };

/**
 * The steps through modules that run one after the other. A Flatten makes no step: the layer after it
 * reads the tensor before it.
 */
export function planModules(modules: ReadonlyMap<string, Module>): Plan {
  const planner = new Planner();
  const forward: Step[] = [];
  const backward: Step[] = [];
  let current = input;
  for (const [name, { kind, options }] of modules) {
    if (kind === 'flatten') continue;
    const output = outputPlace(name);
    const { layer } = output;
    const around: Places = {
      input: current,
      output,
      weight: { layer, part: 'weight' },
      bias: { layer, part: 'bias' },
    };
    forward.push(planner.ahead('forward', layer, { kind, options }, around));
    backward.unshift(...planner.back(layer, { kind, options }, around));
    current = output;
  }
  return { forward, backward, output: nameOf(current), places: planner.places };
}

/**
 * The steps of one sample through a network that ends in logits: the picture, forward, cross-entropy
 * loss, and backward. The gradient of `input` itself is not asked for, as nothing learns from it.
 */
export function planSample(network: Plan): Pick<Plan, 'places'> & { readonly steps: Step[] } {
  const planner = new Planner(network.places);
  const logits = network.places.get(network.output) ?? input;
  const given: Step = {
    phase: 'forward',
    layer: input.layer,
    operation: { kind: 'input' },
    reads: [],
    writes: [nameOf(input)],
  };
  const ends = { input: logits, label, probabilities };
  const [softmax, crossEntropy] = [
    { kind: 'softmax', options: {} },
    { kind: 'crossEntropy', options: {} },
  ] as const;
  const steps = [
    given,
    ...network.forward,
    planner.ahead('loss', loss.layer, softmax, { ...ends, output: probabilities }),
    planner.ahead('loss', loss.layer, crossEntropy, { ...ends, output: loss }),
    ...planner.back(loss.layer, crossEntropy, { ...ends, output: loss }),
    ...network.backward.filter(({ gradientOf }) => gradientOf !== nameOf(input)),
  ];
  return { steps, places: planner.places };
}

/** An operation with its options, before it is turned into steps. */
interface Planned {
  readonly kind: OperationName;
  readonly options: unknown;
}

/** Makes steps of operations, and notes the place of every tensor that they read or write. */
class Planner {
  readonly places: Map<string, Place>;

  constructor(places: ReadonlyMap<string, Place> = new Map()) {
    this.places = new Map(places);
  }

  /** An operation's step forward. */
  ahead(phase: Phase, layer: string, { kind, options }: Planned, around: Places): Step {
    return {
      phase,
      layer,
      operation: { kind, options } as NetworkOperation,
      reads: this.#reads(operations[kind].forward, around),
      writes: [this.#name(around.output)],
    };
  }

  /** An operation's steps back, one for each gradient. */
  back(layer: string, { kind, options }: Planned, around: Places): Step[] {
    const outputGrad = around.output && gradOf(around.output);
    return gradientsOf(kind).map(([of, definition]) => ({
      phase: 'backward',
      layer,
      operation: { kind: gradientKind(kind, of), options } as NetworkOperation,
      reads: this.#reads(definition, { ...around, outputGrad }),
      writes: [this.#name(around[of] && gradOf(around[of]))],
      gradientOf: this.#name(around[of]),
    }));
  }

  #reads({ reads }: StepDefinition, around: Places): string[] {
    return reads.map((slot) => this.#name(around[slot]));
  }

  #name(place: Place | undefined): string {
    if (!place) throw new Error('plan: an operation reads or writes what is not there');
    const name = nameOf(place);
    this.places.set(name, place);
    return name;
  }
}

const gradOf = (place: Place): Place => ({ ...place, state: 'grad' });
