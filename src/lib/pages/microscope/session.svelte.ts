import { normalizations, normalizeImages, type NormalizationName } from '$lib/data';
import { offsetOf, refShape, softmax, type Ref, type Sequential } from '$lib/nn';
import type { OptimizerState, UpdatedTrace } from '$lib/optim';
import type { Digit } from '$lib/views/sample/digit';
import { traceDigit } from '$lib/views/sample/trace-digit';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import { updateRule, type RuleName } from '$lib/views/stepping/update-rule';

/** What is remembered of each update, to show how things moved. */
export interface Moment {
  readonly loss: number;
  readonly logits: Float64Array;
  /** The value of the followed weight. */
  readonly followed: number;
}

/** What a session begins with. */
export interface Beginning {
  readonly digit: Digit;
  /** The network before any update; a fresh one at each call, because updates change it. */
  readonly network: () => Sequential;
  /** How the network wants its digits; as is usual for MNIST if not given. */
  readonly normalize?: NormalizationName;
  /** How the weights are moved, and how far. */
  readonly rule: RuleName;
  readonly lr: number;
  /** How many updates have been made on this digit before the one that is looked at. */
  readonly updates: number;
}

/**
 * One digit and one network, looked at through the microscope, update after update: the trace that is
 * looked at is that of the next update, and each of those before it has moved the weights.
 */
export class Session {
  readonly microscope: Microscope;
  /** The digit, the weights, the rule and the learning rate of the session. */
  beginning = $state.raw<Beginning>() as Beginning;
  /** From before the first update up to now. */
  moments = $state.raw<readonly Moment[]>([]);
  /** The weight whose way is recorded. */
  followed = $state.raw<Ref>({ tensor: 'c1.weight', index: [0, 0, 2, 2] });
  #network: Sequential;
  #state: OptimizerState | undefined;

  constructor(beginning: Beginning, position: number) {
    this.beginning = beginning;
    this.#network = beginning.network();
    this.microscope = new Microscope(this.#replay(), position);
  }

  /** How many updates have been made. */
  get updates(): number {
    return this.moments.length - 1;
  }

  /** Whether the last update led to a loss that is not a number: nothing can be learned from there. */
  get isLost(): boolean {
    return !Number.isFinite(this.moments.at(-1)?.loss);
  }

  /** Starts anew with another digit, other weights, another rule, learning rate or number of updates. */
  begin(change: Partial<Beginning>): void {
    this.beginning = { ...this.beginning, ...change };
    this.#network = this.beginning.network();
    this.microscope.trace = this.#replay();
  }

  /** Makes the update that is looked at, and as many more as asked for, each on the same digit. */
  again(times: number): void {
    let { trace } = this.microscope;
    for (let made = 0; made < times && !this.isLost; made += 1) trace = this.#update(trace);
    this.microscope.trace = trace;
  }

  /** What the network, as it is now, makes of an image `[28, 28]` of grey levels: ten probabilities. */
  classify(pixels: Uint8Array): Float64Array {
    const input = normalizeImages(pixels, normalizations[this.beginning.normalize ?? 'usual']);
    return softmax(this.#network.forward(input)).data;
  }

  /** Follows another weight, over all updates so far. */
  follow(ref: Ref): void {
    this.followed = ref;
    this.begin({ updates: this.updates });
  }

  #replay(): UpdatedTrace {
    this.#state = undefined;
    let trace = this.#trace();
    this.moments = [this.#momentOf(trace)];
    for (let made = 0; made < this.beginning.updates && !this.isLost; made += 1) {
      trace = this.#update(trace);
    }
    return trace;
  }

  #update(trace: UpdatedTrace): UpdatedTrace {
    this.#network.loadStateDict(trace.updated);
    this.#state = trace.state;
    const next = this.#trace();
    this.moments = [...this.moments, this.#momentOf(next)];
    return next;
  }

  #trace(): UpdatedTrace {
    const { digit, rule, lr, normalize } = this.beginning;
    return traceDigit(digit, this.#network, updateRule(rule, lr), this.#state, normalize);
  }

  #momentOf(trace: UpdatedTrace): Moment {
    const { tensor, index } = this.followed;
    const data = (name: string) => trace.tensors.get(name)?.data ?? new Float64Array(1);
    return {
      loss: data('loss')[0],
      logits: data('output.output'),
      followed: data(tensor)[offsetOf(refShape(trace, tensor), index)],
    };
  }
}
