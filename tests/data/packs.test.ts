import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  decodePack,
  encodePack,
  imageAt,
  mnistFiles,
  packs,
  sampleTestIndices,
  type PackName,
} from '$lib/data';
import { readMnist, readMnistFile } from './mnist-source';

const mnist = readMnist();
const digest = (algorithm: string, bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest('hex');

describe('the original files', () => {
  const files = [mnistFiles.train, mnistFiles.test].flatMap((part) => [part.images, part.labels]);
  it.each(files)('$name has its published MD5', (file) => {
    const content = readMnistFile(file);
    expect(content.length).toBe(file.bytes);
    expect(digest('md5', content)).toBe(file.md5);
  });

  it('the first labels are those of the published files', () => {
    expect([...mnist.train.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    expect([...mnist.test.labels.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
  });

  it('the first training image: 166 pixels of ink, 27,525 in all', () => {
    const image = imageAt(mnist.train, 0);
    expect(image.filter((byte) => byte > 0).length).toBe(166);
    expect(image.reduce((sum, byte) => sum + byte, 0)).toBe(27525);
  });
});

describe('packs', () => {
  const names = Object.keys(packs) as PackName[];
  const counts = {
    samples: [0, 10],
    hard: [0, 30],
    mini: [1000, 500],
    medium: [10000, 2000],
    full: [60000, 10000],
  };

  it.each(names)('%s has the size and the SHA-256 that the site checks', (name) => {
    const content = encodePack(packs[name].cut(mnist));
    expect(content.length).toBe(packs[name].bytes);
    expect(digest('sha256', content)).toBe(packs[name].sha256);
  });

  it.each(names)('%s reads back with its counts', (name) => {
    const { train, test } = decodePack(encodePack(packs[name].cut(mnist)));
    expect([train.count, test.count]).toEqual(counts[name]);
  });

  it('mini shows every digit in both parts', () => {
    const { train, test } = packs.mini.cut(mnist);
    expect(new Set(train.labels).size).toBe(10);
    expect(new Set(test.labels).size).toBe(10);
  });

  it('samples holds the digits 0 to 9 in order, each from the test set', () => {
    const { test } = packs.samples.cut(mnist);
    expect([...test.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(imageAt(test, 3)).toEqual(imageAt(mnist.test, sampleTestIndices[3]));
  });

  it('bytes left over are refused', () => {
    const content = encodePack(packs.samples.cut(mnist));
    const longer = new Uint8Array(content.length + 1);
    longer.set(content);
    expect(() => decodePack(longer)).toThrow('decodePack: invalid length');
  });
});
