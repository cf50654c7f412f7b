import { divisorsOf, greatestCommonDivisor } from '../divisor';
import type { Layer, Pair, Shape, WindowSettings } from '$lib/network';
import { measureLayer } from '../layers/measure';
import { kernelSpan } from '../output-size';

/** A layer with a window whose settings can be changed one by one. */
type WindowLayer = Extract<Layer, { kernelSize: Pair }>;

/**
 * The changes of one setting that make a layer fit an input which it does not fit as it is, each
 * as near to the layer as it can be: a smaller kernel, less dilation, more or less padding, other
 * groups. [] where no single setting helps.
 */
export function mendsOf(layer: Layer, input: Shape): Layer[] {
  const candidates = [
    ...('kernelSize' in layer ? windowMends(layer, input) : []),
    ...('groups' in layer ? groupMends(layer, input) : []),
  ];
  const fitting = candidates.filter((mend) => measureLayer(mend, input).ok);
  return [...new Map(fitting.map((mend) => [JSON.stringify(mend), mend])).values()];
}

function windowMends(layer: WindowLayer, [, height, width]: Shape): Layer[] {
  const { kernelSize, dilation } = layer;
  const size: Pair = [height, width];
  const padding = typeof layer.padding === 'string' ? undefined : layer.padding;
  const room = size.map((side, axis) => side + 2 * (padding?.[axis] ?? 0));
  const span = kernelSize.map((taps, axis) => kernelSpan(taps, dilation[axis]));

  const smallerKernel = eachAxis((axis) =>
    Math.min(kernelSize[axis], Math.floor((room[axis] - 1) / dilation[axis]) + 1),
  );
  const morePadding = eachAxis((axis) =>
    Math.max(padding?.[axis] ?? 0, Math.ceil((span[axis] - size[axis]) / 2)),
  );
  const lessPadding = eachAxis((axis) =>
    Math.min(padding?.[axis] ?? 0, Math.floor(span[axis] / 2)),
  );
  const changes: Partial<WindowSettings>[] = [
    { kernelSize: smallerKernel },
    { dilation: [1, 1] },
    { padding: morePadding },
    { padding: lessPadding },
    { stride: [1, 1] },
  ];
  return changes
    .filter((change) => Object.entries(change).some(([name, value]) => differs(layer, name, value)))
    .map((change) => ({ ...layer, ...change }) as Layer);
}

const eachAxis = (value: (axis: 0 | 1) => number): Pair => [value(0), value(1)];

function differs(layer: WindowLayer, name: string, value: unknown): boolean {
  return JSON.stringify(layer[name as keyof WindowLayer]) !== JSON.stringify(value);
}

/** The numbers of groups on both sides of the one asked for that divide the channels. */
function groupMends(layer: Extract<Layer, { groups: number }>, [inChannels]: Shape): Layer[] {
  const { groups: asked, outChannels } = layer;
  if (inChannels % asked === 0 && outChannels % asked === 0) return [];
  const possible = divisorsOf(greatestCommonDivisor(inChannels, outChannels));
  const below = possible.findLast((groups) => groups < asked);
  const above = possible.find((groups) => groups > asked);
  return [below, above].flatMap((groups) => (groups === undefined ? [] : [{ ...layer, groups }]));
}
