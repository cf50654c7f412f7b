import { outputSize, poolOutputSize } from '../output-size';
import { failure, type Result } from '../result';
import { wholeProblem } from '../whole';
import { checked } from './checked';
import type { Pooling, Shape, Subsampling } from '$lib/network';
import type { Measure } from './measured';
import { alongBothAxes, windowAlong } from './padding';

/** Pooling takes each map by itself: as many come out, without parameters. */
export function measurePooling(layer: Pooling, input: Shape): Result<Measure> {
  return measureWindows(layer, input, { perMap: 0, perUnit: 0 });
}

/** The mean of each map: one number a map, whatever its size. */
export function measureGlobalPooling([channels, height, width]: Shape): Result<Measure> {
  return checked({
    output: [channels, 1, 1],
    weightShape: [],
    parameters: 0,
    connections: channels * height * width,
    multiplyAdds: 0,
  });
}

/** Subsampling: a coefficient and a bias for each map; each unit has a connection to its bias. */
export function measureSubsampling(layer: Subsampling, input: Shape): Result<Measure> {
  return measureWindows(layer, input, { perMap: 2, perUnit: 1 });
}

/** A window over each map, with `perMap` parameters and `perUnit` connections besides its inputs. */
function measureWindows(
  layer: Pooling | Subsampling,
  [channels, ...inputSize]: Shape,
  { perMap, perUnit }: { perMap: number; perUnit: number },
): Result<Measure> {
  const problem = wholeProblem('in', channels, 1);
  if (problem) return failure(problem);
  const pools = layer.kind !== 'subsample';
  const size = alongBothAxes((axis) => {
    const window = windowAlong(layer, axis);
    if (!window.ok) return window;
    const sliding = { ...window.value, input: inputSize[axis] };
    return pools ? poolOutputSize({ ...sliding, ceilMode: layer.ceilMode }) : outputSize(sliding);
  });
  if (!size.ok) return size;
  const [height, width] = size.value;
  const taps = layer.kernelSize[0] * layer.kernelSize[1];
  return checked({
    output: [channels, height, width],
    weightShape: perMap === 0 ? [] : [channels],
    parameters: channels * perMap,
    connections: channels * height * width * (taps + perUnit),
    multiplyAdds: 0,
  });
}
