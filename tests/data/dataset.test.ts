import { describe, expect, it } from 'vitest';
import {
  createDataset,
  encodeDataset,
  encodeIdx,
  firstSamples,
  imageAt,
  imageSize,
  joinBytes,
  readDataset,
  selectSamples,
} from '$lib/data';

/** `count` images, each filled with its own index, labelled with it modulo ten. */
function numbered(count: number) {
  const images = Uint8Array.from({ length: count * imageSize }, (_, i) => i / imageSize);
  return createDataset(
    images,
    Uint8Array.from({ length: count }, (_, i) => i % 10),
  );
}

describe('createDataset', () => {
  it('refuses counts that do not fit', () => {
    expect(() => createDataset(new Uint8Array(imageSize), Uint8Array.of(1, 2))).toThrow(
      'createDataset: invalid images: expected 1568 bytes for 2 labels, got 784',
    );
  });

  it('refuses a label that is no digit, and says where', () => {
    expect(() => createDataset(new Uint8Array(2 * imageSize), Uint8Array.of(9, 10))).toThrow(
      'createDataset: invalid label at 1: expected 0 to 9, got 10',
    );
  });
});

describe('one sample and several', () => {
  it('imageAt gives the image of that index, without copying it', () => {
    const dataset = numbered(3);
    expect(imageAt(dataset, 2)[0]).toBe(2);
    expect(imageAt(dataset, 2).buffer).toBe(dataset.images.buffer);
  });

  it.each([-1, 3, 0.5, NaN])('imageAt refuses %s of three', (index) => {
    expect(() => imageAt(numbered(3), index)).toThrow(
      `imageAt: invalid index: expected 0 to 2, got ${index}`,
    );
  });

  it('selectSamples keeps the order asked for', () => {
    const { images, labels, count } = selectSamples(numbered(5), [4, 0, 4]);
    expect(count).toBe(3);
    expect([...labels]).toEqual([4, 0, 4]);
    expect(images[0]).toBe(4);
    expect(images[imageSize]).toBe(0);
  });

  it('firstSamples takes the beginning', () => {
    expect([...firstSamples(numbered(5), 2).labels]).toEqual([0, 1]);
  });
});

describe('readDataset', () => {
  it('reads what encodeDataset wrote', () => {
    const dataset = numbered(12);
    const bytes = encodeDataset(dataset);
    const read = readDataset(bytes);
    expect(read.end).toBe(bytes.length);
    expect(read.dataset.images).toEqual(dataset.images);
    expect(read.dataset.labels).toEqual(dataset.labels);
  });

  it('refuses images of another size', () => {
    const bytes = joinBytes(
      encodeIdx([1, 2, 2], new Uint8Array(4)),
      encodeIdx([1], Uint8Array.of(1)),
    );
    expect(() => readDataset(bytes)).toThrow(
      'readDataset: invalid images: expected [N, 28, 28], got [1, 2, 2]',
    );
  });

  it('refuses one label more than there are images', () => {
    const images = encodeIdx([1, 28, 28], new Uint8Array(imageSize));
    const bytes = joinBytes(images, encodeIdx([2], Uint8Array.of(1, 2)));
    expect(() => readDataset(bytes)).toThrow('createDataset: invalid images');
  });
});
