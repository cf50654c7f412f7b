import { networkInput, normalizations, type NormalizationName } from '$lib/data';
import type { Network } from '$lib/network';
import { hasRef, offsetOf, refShape, sharesOf, type Ref, type Sequential } from '$lib/nn';
import type { OptimizerState, UpdatedTrace } from '$lib/optim';
import type { Border, WeightsFile } from '$lib/training';
import { nextTask } from '$lib/ui/next-task';
import type { Digit } from '$lib/views/sample/digit';
import { PageTracer, type Traced, type Tracer } from '$lib/views/sample/tracing/tracer';
import { mostUpdates } from '$lib/views/stepping/link';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import { updateRule, type RuleName } from '$lib/views/stepping/update-rule';

/** What is remembered of each update, to show how things moved. */
export interface Moment {
  readonly loss: number;
  readonly logits: Float64Array;
  /** The value of the followed weight. */
  readonly followed: number;
}

/** What a descent begins with. */
export interface Beginning {
  readonly digit: Digit;
  /** The network before any update; a fresh one at each call, because updates change it. */
  readonly network: () => Sequential;
  /** How the network wants its digits. */
  readonly normalize: NormalizationName;
  /** The border that the weights were trained with, where that is known. */
  readonly border?: Border;
  /** Of a reader's file: what was left out of it, and what was converted. */
  readonly found?: Pick<WeightsFile, 'ignored' | 'converted'>;
  /** What the network is. */
  readonly description: Network;
  /** How the weights are moved, and how far. */
  readonly rule: RuleName;
  readonly lr: number;
  /** The first training digits, from which the paper's own rule estimates its step sizes. */
  readonly first?: readonly Digit[];
}

/** The middle of the first kernel, or the first weight: the one that is followed until another is chosen. */
function firstWeight(trace: UpdatedTrace): Ref {
  const tensor = trace.parameters[0];
  const [outer, ...inner] = refShape(trace, tensor);
  const kernel = inner.slice(1).map((side) => Math.floor(side / 2));
  return { tensor, index: [outer, ...inner].map((_, axis) => kernel[axis - 2] ?? 0) };
}

/** The name of the scores, or distances: what the loss reads. */
function logitsOf({ steps }: UpdatedTrace): string {
  return steps.find(({ writes }) => writes[0] === 'loss')?.reads[0] ?? 'output.output';
}

/** What a descent works with; a test puts its own in its place. */
export interface DescentTools {
  /** Waited for between two updates. */
  readonly pause?: () => Promise<void>;
  readonly tracer?: Tracer;
}

/** What the next update is traced from. */
function tracedFrom(
  { digit, rule, lr, normalize, description, first }: Beginning,
  network: Sequential,
  state?: OptimizerState,
): Traced {
  return { digit, network, rule: updateRule(rule, lr), state, normalize, description, first };
}

/**
 * One digit and one network, looked at through the microscope, update after update: the trace that is
 * looked at is that of the next update, and each of those before it has moved the weights. Updates are
 * made one a task, or in a worker, so that the page stays alive; the microscope follows when the last is
 * made.
 */
export class Descent {
  readonly microscope: Microscope;
  /** The digit, the weights, the rule and the learning rate. */
  beginning = $state.raw<Beginning>() as Beginning;
  /** From before the first update up to now. */
  moments = $state.raw<readonly Moment[]>([]);
  /** The weight whose way is recorded. */
  followed = $state.raw<Ref>() as Ref;
  /** How many updates were asked for in all; as many as were made, once that is over. */
  wanted = $state(0);
  /** True while updates are being made. */
  isBusy = $state(false);
  readonly #pause: () => Promise<void>;
  readonly #tracer: Tracer;
  #network: Sequential;
  /** Of the next update. */
  #trace: UpdatedTrace;
  /** Counts what was asked for: of two wishes the later one counts. */
  #turn = 0;

  private constructor(
    beginning: Beginning,
    network: Sequential,
    trace: UpdatedTrace,
    { pause = nextTask, tracer }: DescentTools & { readonly tracer: Tracer },
  ) {
    this.beginning = beginning;
    this.#pause = pause;
    this.#tracer = tracer;
    this.#network = network;
    this.#trace = trace;
    this.followed = firstWeight(this.#trace);
    this.moments = [this.#momentNow()];
    this.microscope = new Microscope(this.#trace);
    this.microscope.isLabelAssumed = beginning.digit.isAssumed ?? false;
  }

  /** A descent before any update, once its first trace is made. */
  static async make(beginning: Beginning, tools: DescentTools = {}): Promise<Descent> {
    const { tracer = new PageTracer() } = tools;
    const network = beginning.network();
    const trace = await tracer.trace(tracedFrom(beginning, network));
    return new Descent(beginning, network, trace, { ...tools, tracer });
  }

  /** How many updates have been made. */
  get updates(): number {
    return this.moments.length - 1;
  }

  /** True where the last update led to a loss that is not a number: nothing can be learned from there. */
  get isLost(): boolean {
    return !Number.isFinite(this.moments.at(-1)?.loss);
  }

  /** True where one more update can be asked for. */
  get canGoOn(): boolean {
    return !this.isLost && this.wanted < mostUpdates;
  }

  /**
   * Starts anew with another digit, other weights, another rule or learning rate, and makes as many
   * updates as asked for. Resolves when they are made, or when something else was asked for.
   */
  async begin(change: Partial<Beginning>, updates: number): Promise<void> {
    const turn = ++this.#turn;
    const beginning = { ...this.beginning, ...change };
    const network = beginning.network();
    const traced = this.#tracer.trace(tracedFrom(beginning, network));
    const trace = traced instanceof Promise ? await traced : traced;
    if (turn !== this.#turn) return;
    this.beginning = beginning;
    this.microscope.isLabelAssumed = beginning.digit.isAssumed ?? false;
    this.#network = network;
    this.#trace = trace;
    if (!hasRef(this.#trace, this.followed)) this.followed = firstWeight(this.#trace);
    this.moments = [this.#momentNow()];
    await this.#update(updates);
  }

  /** Makes more updates, each on the same digit, after those that were asked for already. */
  async again(times: number): Promise<void> {
    await this.#update(this.wanted + times);
  }

  /** Makes as many updates as before by another rule or learning rate. */
  async change(change: Partial<Pick<Beginning, 'rule' | 'lr'>>): Promise<void> {
    await this.begin(change, this.wanted);
  }

  /** Follows another weight, over all updates so far. */
  async follow(ref: Ref): Promise<void> {
    this.followed = ref;
    await this.begin({}, this.wanted);
  }

  /** Makes no more updates; those made so far count. */
  stop(): void {
    this.#turn += 1;
    this.#tracer.end();
    this.#settle();
  }

  /** What the network, as it is now, makes of an image `[28, 28]` of grey levels: ten probabilities. */
  classify(pixels: Uint8Array): Float64Array {
    const { description, normalize } = this.beginning;
    const [, height, width] = description.input;
    const input = networkInput(pixels, normalizations[normalize], [height, width]);
    return sharesOf(this.#network.forward(input), description).data;
  }

  async #update(wanted: number): Promise<void> {
    const turn = ++this.#turn;
    this.wanted = Math.min(wanted, mostUpdates);
    this.isBusy = this.updates < this.wanted && !this.isLost;
    while (this.updates < this.wanted && !this.isLost) {
      await this.#pause();
      if (turn !== this.#turn) return;
      this.#network.loadStateDict(this.#trace.updated);
      const traced = this.#tracer.trace(
        tracedFrom(this.beginning, this.#network, this.#trace.state),
      );
      const trace = traced instanceof Promise ? await traced : traced;
      if (turn !== this.#turn) return;
      this.#trace = trace;
      this.moments = [...this.moments, this.#momentNow()];
    }
    this.#settle();
  }

  #settle(): void {
    this.isBusy = false;
    this.wanted = this.updates;
    this.microscope.trace = this.#trace;
  }

  #momentNow(): Moment {
    const { tensor, index } = this.followed;
    const data = (name: string) => this.#trace.tensors.get(name)?.data ?? new Float64Array(1);
    return {
      loss: data('loss')[0],
      logits: data(logitsOf(this.#trace)),
      followed: data(tensor)[offsetOf(refShape(this.#trace, tensor), index)],
    };
  }
}
