import { describe, expect, it } from 'vitest';
import {
  firstSamples,
  imageSize,
  inputSide,
  isBorder,
  networkInput,
  normalizationTable,
  normalizations,
  normalizeImages,
  padImage,
} from '$lib/data';
import { readMnist } from './mnist-source';

describe('normalizationTable', () => {
  it('the article maps background to −1 and ink to 1', () => {
    const table = normalizationTable(normalizations.article);
    expect(table[0]).toBe(-1);
    expect(table[255]).toBe(1);
  });

  it('paper maps background to −0.1 and ink to 1.175', () => {
    const table = normalizationTable(normalizations.paper);
    table.forEach((value, byte) => expect(value).toBeCloseTo(-0.1 + (1.275 * byte) / 255, 14));
  });

  it('usual maps background to −0.42421 and ink to 2.82149', () => {
    const table = normalizationTable(normalizations.usual);
    expect(table[0]).toBeCloseTo(-0.42421, 5);
    expect(table[255]).toBeCloseTo(2.82149, 5);
  });
});

describe('normalizeImages', () => {
  it('bytes [2, 28, 28] → [2, 1, 28, 28]', () => {
    const { shape, data } = normalizeImages(
      new Uint8Array(2 * imageSize).fill(255),
      normalizations.article,
    );
    expect(shape).toEqual([2, 1, 28, 28]);
    expect(data.every((value) => value === 1)).toBe(true);
  });

  it('bytes [1, 32, 32] → [1, 1, 32, 32]', () => {
    const padded = padImage(new Uint8Array(imageSize));
    expect(normalizeImages(padded, normalizations.usual, 32).shape).toEqual([1, 1, 32, 32]);
  });

  it('refuses half an image', () => {
    expect(() => normalizeImages(new Uint8Array(100), normalizations.usual)).toThrow(
      'normalizeImages: invalid images: expected a multiple of 784 bytes, got 100',
    );
  });

  it('usual gives the training pixels mean 0 and deviation 1, within its rounding', () => {
    const { images } = firstSamples(readMnist().train, 10000);
    const { data } = normalizeImages(images, normalizations.usual);
    const mean = data.reduce((sum, x) => sum + x, 0) / data.length;
    const variance = data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.abs(Math.sqrt(variance) - 1)).toBeLessThan(0.01);
  });
});

describe('padImage', () => {
  it('28 → 32: the image stands in the middle, background around it', () => {
    const padded = padImage(new Uint8Array(imageSize).fill(9));
    expect(padded.length).toBe(32 * 32);
    const at = (row: number, column: number) => padded[row * 32 + column];
    expect([at(1, 16), at(16, 1), at(30, 16), at(16, 30)]).toEqual([0, 0, 0, 0]);
    expect([at(2, 2), at(29, 29), at(2, 29), at(29, 2)]).toEqual([9, 9, 9, 9]);
    expect(padded.filter((byte) => byte === 9).length).toBe(imageSize);
  });

  it('refuses what is not one image', () => {
    expect(() => padImage(new Uint8Array(785))).toThrow(
      'padImage: invalid image: expected 784 bytes, got 785',
    );
  });
});

describe('networkInput', () => {
  it('digits [2, 28, 28] → [2, 1, 32, 32], the border as dark as the background of the digit', () => {
    const { images } = firstSamples(readMnist().train, 2);
    const { shape, data } = networkInput(images, normalizations.usual);
    expect(shape).toEqual([2, 1, inputSide, inputSide]);
    const [background] = normalizationTable(normalizations.usual);
    data.forEach((value, at) => {
      const [n, row, column] = [at >> 10, ((at >> 5) & 31) - 2, (at & 31) - 2];
      const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < 28;
      const byte = isInside ? images[n * imageSize + row * 28 + column] : 0;
      expect(value).toBeCloseTo((byte / 255 - 0.1307) / 0.3081, 12);
      if (!isInside) expect(value).toBe(background);
      expect(isBorder(row + 2, column + 2)).toBe(!isInside);
    });
  });

  it('refuses half an image', () => {
    expect(() => networkInput(new Uint8Array(100), normalizations.usual)).toThrow(
      'networkInput: invalid images: expected a multiple of 784 bytes, got 100',
    );
  });
});
