import type { ActiveLayer, Peaks } from './contract';
import type { AddressName, Kernels } from './module';

/** How one layer's activations stand in the kernels' memory, sample by sample: see `assembly/memory.ts`. */
interface Rows {
  readonly place: AddressName;
  /** Floats from a sample to the next. */
  readonly stride: number;
  /** Positions of a sample, channels last, and the units at each. */
  readonly positions: number;
  readonly units: number;
}

const layers: Record<ActiveLayer, Rows> = {
  conv1: { place: 'S2_PEAKS', stride: 8, positions: 1, units: 6 },
  conv2: { place: 'S4', stride: 400, positions: 25, units: 16 },
  fc1: { place: 'C5', stride: 136, positions: 1, units: 120 },
  fc2: { place: 'F6', stride: 136, positions: 1, units: 84 },
};

/** Peaks of no samples: lower than any. */
export function noPeaks(): Peaks {
  const lowest = ({ units }: Rows) => new Float32Array(units).fill(-Infinity);
  return {
    conv1: lowest(layers.conv1),
    conv2: lowest(layers.conv2),
    fc1: lowest(layers.fc1),
    fc2: lowest(layers.fc2),
  };
}

/** Raises `peaks` to the activations of the first `count` samples of the job that was just measured. */
export function raisePeaks(peaks: Peaks, { memory, address }: Kernels, count: number): void {
  const floats = new Float32Array(memory.buffer);
  for (const [layer, { place, stride, positions, units }] of Object.entries(layers)) {
    const highest = peaks[layer as ActiveLayer];
    for (let sample = 0; sample < count; sample++) {
      let at = address[place] / 4 + sample * stride;
      for (let position = 0; position < positions; position++) {
        for (let unit = 0; unit < units; unit++, at++) {
          if (floats[at] > highest[unit]) highest[unit] = floats[at];
        }
      }
    }
  }
}
