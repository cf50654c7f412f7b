import type { Peaks } from './contract';

/** How one layer's activations stand in the kernels' memory, sample by sample. */
export interface PeakRows {
  readonly layer: string;
  readonly address: number;
  /** Floats from a sample to the next. */
  readonly stride: number;
  /** Positions of a sample, channels last, and the units at each. */
  readonly positions: number;
  readonly units: number;
}

/** Peaks of no samples: lower than any. */
export function noPeaks(layers: readonly PeakRows[]): Peaks {
  return Object.fromEntries(
    layers.map(({ layer, units }) => [layer, new Float32Array(units).fill(-Infinity)]),
  );
}

/** Raises `peaks` to the activations of the first `count` samples of the job that was just measured. */
export function raisePeaks(
  peaks: Peaks,
  layers: readonly PeakRows[],
  memory: WebAssembly.Memory,
  count: number,
): void {
  const floats = new Float32Array(memory.buffer);
  for (const { layer, address, stride, positions, units } of layers) {
    const highest = peaks[layer];
    for (let sample = 0; sample < count; sample++) {
      let at = address / 4 + sample * stride;
      for (let position = 0; position < positions; position++) {
        for (let unit = 0; unit < units; unit++, at++) {
          if (floats[at] > highest[unit]) highest[unit] = floats[at];
        }
      }
    }
  }
}
