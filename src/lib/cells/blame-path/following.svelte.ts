import type { Ref, Trace } from '$lib/nn';
import { Bridge } from '$lib/ui/bridge';
import type { Blame } from './paths';
import { foundSchema, type Found, type Request } from './protocol';

/** Milliseconds that a busy worker may be silent: hundreds of times what following takes. */
const patience = 15_000;

/** What is asked for: the paths of a weight of a trace, through these numbers by stage. */
export interface Question {
  readonly trace: Trace;
  readonly weight: Ref;
  readonly through: ReadonlyMap<number, number>;
}

/** The paths of a weight, found in a worker. */
export class Following {
  /** The last answer and what it answers. */
  found = $state.raw<{ readonly question: Question; readonly blame: Blame }>();
  isDead = $state(false);
  readonly #bridge: Bridge<Request, Found>;
  readonly #most: number;
  /** The trace that the worker has. */
  #trace: Trace | undefined;
  #question: Question | undefined;
  #turn = 0;

  /** `most` paths are found in full. */
  constructor(createWorker: () => Worker, most: number) {
    this.#most = most;
    this.#bridge = new Bridge({
      createWorker,
      replySchema: foundSchema,
      onReply: ({ turn, blame }) => {
        if (turn === this.#turn && this.#question) this.found = { question: this.#question, blame };
      },
      onDeath: () => {
        this.#trace = undefined;
        this.isDead = true;
      },
      patience: (said) => ('sent' in said ? patience : undefined),
    });
  }

  /** Asks; an earlier question that is not answered yet is forgotten. */
  follow(question: Question): void {
    this.#question = question;
    if (this.isDead) return;
    const { trace, weight, through } = question;
    if (trace !== this.#trace) {
      this.#trace = trace;
      this.#bridge.ask({ kind: 'begin', trace: forFollowing(trace) });
    }
    this.#turn++;
    const turn = this.#turn;
    this.#bridge.tell({ kind: 'follow', weight, through, most: this.#most, turn });
  }

  /** Begins again, after the worker was lost. */
  restart(): void {
    this.isDead = false;
    if (this.#question) this.follow(this.#question);
  }

  dispose(): void {
    this.#bridge.dispose();
  }
}

/** What following reads of a trace, and no more: an update can hold what no message can carry. */
function forFollowing({ steps, tensors, places, parameters }: Trace): Trace {
  const forward = steps.filter(({ phase }) => phase === 'forward');
  const scores = forward.at(-1)?.writes ?? [];
  const names = [
    ...forward.flatMap(({ reads, writes }) => [...reads, ...writes]),
    ...scores.map((name) => `${name}.grad`),
  ];
  const keep = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].filter(([name]) => names.includes(name)));
  return {
    steps: forward,
    tensors: keep(tensors),
    places: keep(places),
    parameters: [...parameters],
  };
}
