import type { Ref, Trace } from '$lib/nn';
import { Bridge } from '$lib/ui/bridge';
import { coarseFirst, placesOf, valueAt, type Look, type Outcome, type Places } from './along';
import { findingSchema, type Finding, type Request } from './protocol';

/** Milliseconds that a busy worker may be silent: hundreds of times what a pass takes. */
const patience = 15_000;

/** One number of a trace under the reader's hand: where it is moved to, and what the worker says of it. */
export class Nudging {
  ref = $state.raw<Ref>({ tensor: '', index: [] });
  places = $state.raw<Places>({ start: 0, step: 1, least: 0, greatest: 0 });
  /** Where the slider stands. */
  place = $state(0);
  /** What is known of the curve, from the least value up. */
  outcomes = $state.raw<readonly Outcome[]>([]);
  /** The closer look at the value where the slider stands, or stood last. */
  look = $state.raw<Look>();
  isDead = $state(false);
  readonly #bridge: Bridge<Request, Finding>;
  #trace: Trace | undefined;

  constructor(createWorker: () => Worker) {
    this.#bridge = new Bridge({
      createWorker,
      replySchema: findingSchema,
      onReply: (finding) => this.#hear(finding),
      onDeath: () => (this.isDead = true),
      patience: (said) => ('heard' in said && said.heard.kind === 'done' ? undefined : patience),
    });
  }

  /** The number's value where the slider stands. */
  readonly value = $derived.by(() => valueAt(this.places, this.place));

  /** What is known at the slider's place; undefined while nothing is. */
  readonly here = $derived.by(
    () =>
      (this.isLooked ? this.look : undefined) ??
      this.outcomes.find(({ value }) => value === this.value),
  );

  /** Whether the closer look is that at the slider's place. */
  get isLooked(): boolean {
    return this.look?.value === this.value;
  }

  /** Takes a number of a trace in hand, at its own value. Throws where the trace has no such number. */
  begin(trace: Trace, ref: Ref): void {
    this.#trace = trace;
    this.ref = ref;
    this.places = placesOf(trace, ref);
    this.place = 0;
    this.look = undefined;
    this.restart();
  }

  /** Begins the work again, after the worker was lost. */
  restart(): void {
    if (!this.#trace) return;
    this.isDead = false;
    this.outcomes = [];
    const { ref, places } = this;
    const values = coarseFirst(places).map((place) => valueAt(places, place));
    this.#bridge.ask({ kind: 'begin', trace: forNudging(this.#trace), ref, values });
    this.#bridge.tell({ kind: 'look', value: this.value });
  }

  /** Moves the slider. */
  moveTo(place: number): void {
    const { least, greatest } = this.places;
    this.place = Math.max(least, Math.min(greatest, place));
    if (!this.isDead) this.#bridge.tell({ kind: 'look', value: this.value });
  }

  dispose(): void {
    this.#bridge.dispose();
  }

  #hear(finding: Finding): void {
    if (finding.kind === 'look') this.look = finding.look;
    if (finding.kind !== 'outcome') return;
    const { outcome } = finding;
    this.outcomes = [...this.outcomes, outcome].sort((a, b) => a.value - b.value);
  }
}

/** What nudging reads of a trace, and no more: an update can hold what no message can carry. */
function forNudging({ steps, tensors, places, parameters }: Trace): Trace {
  const passes = steps.filter(({ phase }) => phase !== 'update');
  const names = new Set(passes.flatMap(({ reads, writes }) => [...reads, ...writes]));
  const keep = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].filter(([name]) => names.has(name)));
  return {
    steps: passes,
    tensors: keep(tensors),
    places: keep(places),
    parameters: [...parameters],
  };
}
