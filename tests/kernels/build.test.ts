import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readKernels } from '$lib/kernels/node';
import { createKernels, memoryPages } from '../../src/lib/kernels/module';

const file = (name: string) => new URL(`../../src/lib/kernels/build/${name}.wasm`, import.meta.url);
const digits = (count: number) => ({
  images: new Uint8Array(count * 784),
  labels: new Uint8Array(count),
});

describe('the compiled kernels', () => {
  it.each(['kernels', 'general'])('%s: less than 20 kB on the wire', (name) => {
    expect(gzipSync(readFileSync(file(name))).length).toBeLessThan(20_000);
  });

  it('take all of MNIST into 64 MB', async () => {
    const data = { train: digits(60_000), test: digits(10_000) };
    const { memory } = createKernels(await readKernels(), data, 512);
    expect(memory.buffer.byteLength).toBeLessThanOrEqual(memoryPages.maximum * 65_536);
  });

  it('need no more memory than they start with, when there is no data', async () => {
    const { address } = createKernels(
      await readKernels(),
      { train: digits(0), test: digits(0) },
      0,
    );
    expect(address.DATA).toBeLessThanOrEqual(memoryPages.initial * 65_536);
    expect(address.C1_WEIGHT % 16).toBe(0);
    expect(address.C5_WEIGHT % 16).toBe(0);
  });
});
