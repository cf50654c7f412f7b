import type { UpdatedTrace } from '$lib/optim';
import { layerSteps, writers, type LayerStep } from './steps';

/** What the microscope looks at: one trace, one of its steps, one channel. */
export class Microscope {
  trace = $state.raw<UpdatedTrace>() as UpdatedTrace;
  /** The output channel, or the unit, that is looked at; a step with fewer shows its last. */
  channel = $state(0);
  #position = $state(0);

  readonly steps: readonly LayerStep[] = $derived(layerSteps(this.trace));
  /** The position of the step that writes each tensor; parameters and the label have none. */
  readonly writers = $derived(writers(this.steps));
  readonly step: LayerStep = $derived(this.steps[this.position]);

  constructor(trace: UpdatedTrace, position = 0) {
    this.trace = trace;
    this.#position = position;
  }

  /** The step looked at, from 0. */
  get position(): number {
    return Math.min(this.#position, this.steps.length - 1);
  }

  /** Goes to a step; beyond either end, to that end. */
  goTo(position: number): void {
    this.#position = Math.max(0, Math.min(this.steps.length - 1, position));
  }

  /** Whether the step that writes this tensor has been taken; what no step writes is there at once. */
  reached(name: string): boolean {
    return (this.writers.get(name) ?? 0) <= this.position;
  }
}
