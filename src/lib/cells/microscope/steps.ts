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
  /** What it does: the kind of its first step, or that the whole network runs once more. */
  readonly kind: Operation['kind'];
}

const unique = (names: readonly string[]) => [...new Set(names)];

/** Steps that start from the same gradient belong together, and those that update one layer. */
function groupKey({ phase, layer, reads, writes }: Step): string {
  const from = phase === 'update' ? '' : phase === 'backward' ? reads[0] : writes[0];
  return [phase, layer, from].join(' ');
}

/** A trace's steps, layer by layer, in their order. */
export function layerSteps({ steps }: Pick<Trace, 'steps'>): LayerStep[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && groupKey(last[0]) === groupKey(step)) last.push(step);
    else groups.push([step]);
  }
  return groups.map((group) => {
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
}
