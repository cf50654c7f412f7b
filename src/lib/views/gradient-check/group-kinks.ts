import type { Ref } from '$lib/nn';
import type { Kink } from '$lib/nn/gradient-check';

/** The kinks of one tensor, which has gates or winners only. */
export interface KinkGroup {
  readonly tensor: string;
  readonly refs: readonly Ref[];
}

/** Kinks by the tensor in which they stand, in their order. */
export function groupKinks(kinks: readonly Kink[]): KinkGroup[] {
  const groups = new Map<string, Ref[]>();
  for (const { ref } of kinks) {
    const refs = groups.get(ref.tensor);
    if (refs) refs.push(ref);
    else groups.set(ref.tensor, [ref]);
  }
  return [...groups].map(([tensor, refs]) => ({ tensor, refs }));
}
