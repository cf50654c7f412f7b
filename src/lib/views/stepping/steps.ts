import type { Operation, Phase, Step, Trace } from '$lib/nn';

/**
 * One step at the grain of a layer: what one layer does at once. Backward, a layer with parameters
 * makes three gradients from the one that reaches it; an update moves its weights and its biases.
 */
export interface LayerStep {
  readonly phase: Phase;
  readonly layer: string;
  readonly steps: readonly Step[];
  /** The tensors it reads and did not itself write, each once. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** What it does: the kind of its first step; or that the network runs once more, after the update. */
  readonly kind: Operation['kind'] | 'after';
}

/** The last step: the same digit again, with the updated parameters. */
const once: LayerStep = {
  phase: 'update',
  layer: 'loss',
  steps: [],
  reads: [],
  writes: [],
  kind: 'after',
};

const unique = (names: readonly string[]) => [...new Set(names)];

/** Steps that start from the same gradient, or second derivative, belong together, and those that update one layer. */
function groupKey({ phase, layer, reads, writes }: Step): string {
  const isBack = phase === 'backward' || phase === 'curvature';
  const from = phase === 'update' ? '' : isBack ? (reads[0] ?? '') : writes[0];
  return [phase, layer, from].join(' ');
}

/** A trace's steps, layer by layer, in their order, and once more after an update. */
export function layerSteps({ steps }: Pick<Trace, 'steps'>): LayerStep[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && groupKey(last[0]) === groupKey(step)) last.push(step);
    else groups.push([step]);
  }
  const layered = groups.map((group): LayerStep => {
    const writes = unique(group.flatMap((step) => step.writes));
    const [{ phase, layer, operation }] = group;
    return {
      phase,
      layer,
      steps: group,
      reads: unique(group.flatMap((step) => step.reads)).filter((name) => !writes.includes(name)),
      writes,
      kind: operation.kind,
    };
  });
  return layered.at(-1)?.phase === 'update' ? [...layered, once] : layered;
}

/** The position of the step that writes each tensor. */
export function writers(steps: readonly LayerStep[]): ReadonlyMap<string, number> {
  return new Map(steps.flatMap(({ writes }, at) => writes.map((name) => [name, at] as const)));
}

/** The position of the step that shows a tensor: the one that writes it, else the first that reads it. */
export function stepShowing(steps: readonly LayerStep[], tensor: string): number {
  const written = steps.findIndex(({ writes }) => writes.includes(tensor));
  return written >= 0 ? written : steps.findIndex(({ reads }) => reads.includes(tensor));
}
