import { waysOf, type NamedLayer, type Network, type StartingValues } from '$lib/network';

/** The rules under which a layer before a ReLU makes numbers as large as those it reads. */
const keepsSize: readonly StartingValues[] = ['he', 'heNormal', 'identity'];

/** Whether what a body adds is as large as what it reads: nothing in it starts small or normalises. */
function addsAsMuch(body: readonly NamedLayer[], rule: StartingValues): boolean {
  if (body.some(({ layer }) => layer.kind === 'batchNorm')) return false;
  const starts = body.flatMap(({ layer }) =>
    layer.kind === 'conv' || layer.kind === 'linear' ? [layer.start ?? rule] : [],
  );
  return starts.length > 0 && starts.every((start) => keepsSize.includes(start));
}

/**
 * How many residual blocks of a network each add about as much as they read, so that the variance doubles
 * from block to block: 15 of them start at a loss in the hundreds and end in no numbers.
 */
export function growingBlocks({ layers }: Pick<Network, 'layers'>, rule: StartingValues): number {
  return layers.reduce((count, { layer }) => {
    if (layer.kind !== 'residual') return count;
    const [body] = waysOf(layer);
    return count + Number(addsAsMuch(body, rule));
  }, 0);
}

/** So many are worth a word before the start: they make the numbers 16 times as large. */
export const manyGrowingBlocks = 8;
