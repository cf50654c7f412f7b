import { encodeIdx, joinBytes, readIdx } from './idx';

/** The side of an MNIST image in pixels. */
export const imageSide = 28;

/** The number of pixels, hence of bytes, of one image. */
export const imageSize = imageSide * imageSide;

/** The number of classes: the digits 0 to 9. */
export const classCount = 10;

/** Digits and what they are. Bytes, because that is what MNIST is: 0 is background, 255 is ink. */
export interface Dataset {
  /** `[count, 28, 28]`, row-major: the images one after another. */
  readonly images: Uint8Array;
  /** `[count]`: the digit that each image shows, 0 to 9. */
  readonly labels: Uint8Array;
  readonly count: number;
}

/** The two parts every pack has: what the network learns from, and what it has not seen. */
export interface Split {
  readonly train: Dataset;
  readonly test: Dataset;
}

/** A dataset of images and their labels. Throws where the counts do not fit or a label is not a digit. */
export function createDataset(images: Uint8Array, labels: Uint8Array): Dataset {
  if (images.length !== labels.length * imageSize) {
    throw new Error(
      `createDataset: invalid images: expected ${labels.length * imageSize} bytes for ${labels.length} labels, got ${images.length}`,
    );
  }
  const wrong = labels.findIndex((label) => label >= classCount);
  if (wrong >= 0) {
    throw new Error(
      `createDataset: invalid label at ${wrong}: expected 0 to ${classCount - 1}, got ${labels[wrong]}`,
    );
  }
  return { images, labels, count: labels.length };
}

/** The bytes `[28, 28]` of one image: a view, not a copy. Throws where there is no such image. */
export function imageAt(dataset: Dataset, index: number): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index >= dataset.count) {
    throw new RangeError(
      `imageAt: invalid index: expected 0 to ${dataset.count - 1}, got ${index}`,
    );
  }
  return dataset.images.subarray(index * imageSize, (index + 1) * imageSize);
}

/** A dataset of the samples at `indices`, in that order; copies. */
export function selectSamples(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  const images = new Uint8Array(indices.length * imageSize);
  const labels = new Uint8Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    images.set(imageAt(dataset, indices[i]), i * imageSize);
    labels[i] = dataset.labels[indices[i]];
  }
  return { images, labels, count: indices.length };
}

/** The first `count` samples of a dataset: a view, not a copy. */
export function firstSamples(dataset: Dataset, count: number): Dataset {
  return createDataset(
    dataset.images.subarray(0, count * imageSize),
    dataset.labels.subarray(0, count),
  );
}

/**
 * Reads a dataset from an IDX array of images and an IDX array of labels that follows it at once.
 * Throws as `readIdx` and `createDataset` do, and where the images are not 28 by 28.
 */
export function readDataset(bytes: Uint8Array, offset = 0): { dataset: Dataset; end: number } {
  const images = readIdx(bytes, 3, offset);
  const [, rows, columns] = images.shape;
  if (rows !== imageSide || columns !== imageSide) {
    throw new Error(
      `readDataset: invalid images: expected [N, ${imageSide}, ${imageSide}], got [${images.shape.join(', ')}]`,
    );
  }
  const labels = readIdx(bytes, 1, images.end);
  return { dataset: createDataset(images.data, labels.data), end: labels.end };
}

/** Writes a dataset as `readDataset` reads it: the images as IDX, then the labels as IDX. */
export function encodeDataset({ images, labels, count }: Dataset): Uint8Array {
  return joinBytes(encodeIdx([count, imageSide, imageSide], images), encodeIdx([count], labels));
}
