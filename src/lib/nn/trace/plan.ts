import { jOf, type Loss } from '$lib/network';
import type { LossChoice } from '../losses';
import type { Module } from '../module';
import {
  curvatureKind,
  curvaturesOf,
  forwardOf,
  gradientKind,
  gradientsOf,
  type NetworkOperation,
  type OperationName,
} from '../operations';
import type { GradientOf, Slot, StepDefinition } from '../operations/definition';
import { curvatureOf, gradOf, nameOf, outputPlace, type Place } from './place';
import type { Phase, Step } from './step';

/** The steps through a network and back, without any numbers yet. */
export interface Plan {
  readonly forward: readonly Step[];
  /** From the gradient of `output` to those of all parameters, and of `input`. */
  readonly backward: readonly Step[];
  /**
   * From the second derivatives along what the last layer of distances reads to those along all
   * parameters, and `input`; undefined where a layer has none.
   */
  readonly curvature?: readonly Step[];
  /** The name of what the last module makes. */
  readonly output: string;
  /** The names of what each module reads, and of what it makes, by the module's name. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
  /** The place of every tensor, by its name. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Whether the network learns, by batch statistics and with dropout, or is used. */
export type Mode = 'training' | 'evaluation';

/** The tensors around an operation, and where gradients go that do not stand beside their number. */
interface Around extends Readonly<Partial<Record<Slot, Place>>> {
  readonly grads?: Readonly<Partial<Record<GradientOf, Place>>>;
  /** A tensor that does not learn: no gradient of it is asked for. */
  readonly still?: GradientOf;
}

const input: Place = { layer: 'input' };
const label: Place = { layer: 'label' };
const probabilities: Place = { layer: 'probabilities' };
const loss: Place = { layer: 'loss' };

/**
 * The steps through modules that run one after the other. A Flatten makes no step: the layer after it
 * reads the tensor before it; nor does a Dropout in evaluation.
 */
export function planModules(modules: ReadonlyMap<string, Module>, mode: Mode): Plan {
  const planner = new Planner(mode);
  const output = planner.chain(modules, { place: input, grad: gradOf(input) });
  const { forward, backward, curvature, places, inputs, outputs } = planner;
  return { forward, backward, curvature, output: nameOf(output.place), inputs, outputs, places };
}

/**
 * The steps of one sample through a network: the picture, forward, its loss, and backward. The gradient
 * of `input` itself is not asked for, as nothing learns from it.
 */
export function planSample(
  network: Plan,
  chosen: LossChoice,
): Pick<Plan, 'places'> & { readonly steps: Step[] } {
  const planner = new Planner('evaluation', network.places);
  const scores = network.places.get(network.output) ?? input;
  const given: Step = {
    phase: 'forward',
    layer: input.layer,
    operation: { kind: 'input' },
    reads: [],
    writes: [nameOf(input)],
  };
  const ends = { input: scores, label, probabilities };
  const options = chosen.loss === 'map' ? { j: jOf(chosen) } : {};
  const shares = sharesOf[chosen.loss];
  if (shares)
    planner.ahead(shares, options, loss.layer, { ...ends, output: probabilities }, 'loss');
  planner.ahead(chosen.loss, options, loss.layer, { ...ends, output: loss }, 'loss');
  planner.back(chosen.loss, options, loss.layer, { ...ends, output: loss });
  const learns = ({ gradientOf }: Step) => gradientOf !== nameOf(input);
  const steps = [
    given,
    ...network.forward,
    ...planner.forward,
    ...planner.backward,
    ...network.backward.filter(learns),
    ...planner.second(network, chosen.loss, options).filter(learns),
  ];
  return { steps, places: planner.places };
}

/** The operation that makes the probabilities of a loss; none where it has none. */
const sharesOf: Partial<Record<Loss, OperationName>> = {
  crossEntropy: 'softmax',
  map: 'posterior',
};

/** A tensor between two modules, and where its gradient is to be written. */
interface Point {
  readonly place: Place;
  readonly grad: Place;
}

/** Makes steps of modules, and notes the place of every tensor that they read or write. */
class Planner {
  readonly forward: Step[] = [];
  readonly backward: Step[] = [];
  /** Undefined once an operation has come up that the second way does not go through. */
  curvature: Step[] | undefined = [];
  readonly inputs = new Map<string, string>();
  readonly outputs = new Map<string, string>();
  readonly places: Map<string, Place>;
  readonly #mode: Mode;

  constructor(mode: Mode, places: ReadonlyMap<string, Place> = new Map()) {
    this.#mode = mode;
    this.places = new Map(places);
    this.#name(input);
  }

  /** Modules one after the other, from a point to the point behind the last. */
  chain(modules: ReadonlyMap<string, Module>, from: Point): Point {
    let point = from;
    for (const [name, module] of modules) {
      this.inputs.set(name, nameOf(point.place));
      point = this.#module(name, module, point);
      this.outputs.set(name, nameOf(point.place));
    }
    return point;
  }

  /** An operation's step forward, and its steps back, on both ways. */
  operation(kind: OperationName, options: object, layer: string, around: Around): void {
    this.ahead(kind, options, layer, around);
    this.back(kind, options, layer, around);
    this.#curve(kind, options, layer, around);
  }

  /** An operation's step forward. */
  ahead(
    kind: OperationName,
    options: object,
    layer: string,
    around: Around,
    phase: Phase = 'forward',
  ): void {
    this.forward.push({
      phase,
      layer,
      operation: { kind, options } as NetworkOperation,
      reads: this.#reads(forwardOf(kind), around),
      writes: [this.#name(around.output)],
    });
  }

  /** An operation's steps back, one for each gradient, before those of the operations after it. */
  back(kind: OperationName, options: object, layer: string, around: Around): void {
    const outputGrad = around.output && gradOf(around.output);
    const asked = gradientsOf(kind).filter(([of]) => of !== around.still);
    const steps = asked.map(([of, definition]): Step => ({
      phase: 'backward',
      layer,
      operation: { kind: gradientKind(kind, of), options } as NetworkOperation,
      reads: this.#reads(definition, { outputGrad, ...around }),
      writes: [this.#name(around.grads?.[of] ?? (around[of] && gradOf(around[of])))],
      gradientOf: this.#name(around[of]),
    }));
    this.backward.unshift(...steps);
  }

  /**
   * An operation's steps on the second way back. It begins at what a layer of distances reads, so that it
   * does not go through that.
   */
  #curve(kind: OperationName, options: object, layer: string, around: Around): void {
    if (kind === 'euclideanRbf') return;
    const asked = curvaturesOf(kind)?.filter(([of]) => of !== around.still);
    if (!asked) this.curvature = undefined;
    const outputCurvature = around.output && curvatureOf(around.output);
    const steps = asked?.map(([of, definition]): Step => ({
      phase: 'curvature',
      layer,
      operation: { kind: curvatureKind(kind, of), options } as NetworkOperation,
      reads: this.#reads(definition, { outputCurvature, ...around }),
      writes: [this.#name(around[of] && curvatureOf(around[of]))],
      gradientOf: this.#name(around[of]),
    }));
    this.curvature?.unshift(...(steps ?? []));
  }

  /** The second way back of one sample: of the loss, and then of the network before its distances. */
  second(network: Plan, kind: OperationName, options: object): Step[] {
    const last = network.forward.at(-1);
    const own = curvaturesOf(kind)?.[0][1];
    if (!network.curvature || !own || last?.operation.kind !== 'euclideanRbf') return [];
    const [features, codes] = last.reads.map((name) => this.places.get(name));
    const step: Step = {
      phase: 'curvature',
      layer: loss.layer,
      operation: { kind: curvatureKind(kind, 'input'), options } as NetworkOperation,
      reads: this.#reads(own, { probabilities, features, codes }),
      writes: [this.#name(features && curvatureOf(features))],
      gradientOf: this.#name(features),
    };
    return [step, ...network.curvature];
  }

  /** One module's steps; the point behind it. */
  #module(name: string, module: Module, from: Point): Point {
    const { kind, options } = module;
    const place = outputPlace(name);
    const { layer } = place;
    const around: Around = {
      input: from.place,
      grads: { input: from.grad },
      output: place,
      weight: { layer, part: 'weight' },
      bias: { layer, part: 'bias' },
    };
    if (kind === 'flatten' || (kind === 'dropout' && this.#mode === 'evaluation')) return from;
    if (kind === 'residual') this.#residual(module, layer, place, from);
    else if (kind === 'batchNorm2d') this.#batchNorm(options, layer, around);
    else
      this.operation(
        kind,
        options,
        layer,
        module.fixed?.bias ? { ...around, still: 'bias' } : around,
      );
    return { place, grad: gradOf(place) };
  }

  /** Batch normalisation: by the running statistics, or by those of the batch; then the trained end. */
  #batchNorm(options: object, layer: string, around: Around): void {
    const normalized: Place = { layer, part: 'normalized' };
    const mean: Place = { layer, part: 'runningMean' };
    const variance: Place = { layer, part: 'runningVar' };
    const first = { ...around, output: normalized };
    if (this.#mode === 'training') this.operation('normalizeBatch', options, layer, first);
    else this.operation('normalize', options, layer, { ...first, mean, variance });
    this.operation('scaleChannels', {}, layer, {
      ...around,
      input: normalized,
      grads: {},
    });
  }

  /** A body and a shortcut from one point, added; back, the gradients of both add up at the point. */
  #residual({ body, shortcut }: Module, layer: string, output: Place, from: Point): void {
    const branch = (part: string): Point => ({ place: from.place, grad: gradOf({ layer, part }) });
    const [start, short] = [branch('body'), branch('shortcut')];
    this.back('fork', {}, layer, {
      input: from.place,
      outputGrad: start.grad,
      shortcutGrad: short.grad,
      grads: { input: from.grad },
    });
    const made = this.chain(body ?? new Map(), start);
    const kept = this.chain(shortcut ?? new Map(), short);
    this.operation('add', {}, layer, {
      input: made.place,
      shortcut: kept.place,
      output,
      grads: { input: made.grad, shortcut: kept.grad },
    });
  }

  #reads({ reads }: StepDefinition, around: Around): string[] {
    return reads.map((slot) => this.#name(around[slot]));
  }

  #name(place: Place | undefined): string {
    if (!place) throw new Error('plan: an operation reads or writes what is not there');
    const name = nameOf(place);
    this.places.set(name, place);
    return name;
  }
}
