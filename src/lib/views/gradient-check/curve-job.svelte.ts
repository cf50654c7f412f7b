import type { Ref, Trace } from '$lib/nn';
import type { CurvePoint } from '$lib/nn/gradient-check';
import { CheckClient } from './client';

/** The curve of one parameter as it comes in from the worker, from the greatest ε. */
export class CurveJob {
  points = $state.raw<readonly CurvePoint[]>([]);
  state = $state<'running' | 'done' | 'dead'>('running');
  readonly #client: CheckClient;

  constructor(createWorker: () => Worker) {
    this.#client = new CheckClient({
      createWorker,
      onFinding: (finding) => {
        if (finding.kind === 'point') this.points = [...this.points, finding.point];
        if (finding.kind === 'done') this.state = 'done';
      },
      onDeath: () => (this.state = 'dead'),
    });
  }

  /** Computes the curve of this parameter, in place of the one before. */
  start(trace: Trace, ref: Ref): void {
    this.points = [];
    this.state = 'running';
    this.#client.start({ kind: 'curve', trace, ref });
  }

  dispose(): void {
    this.#client.dispose();
  }
}
