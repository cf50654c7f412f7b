import { joinBytes } from './idx';
import { type Split, encodeDataset, firstSamples, readDataset, selectSamples } from './dataset';

/**
 * Where in the test set the digits of the `samples` pack stand: sample `i` shows the digit `i`.
 * Lessons draw their pictures from these, so they are plainly written ones.
 */
export const sampleTestIndices = [10, 2, 1, 18, 4, 23, 21, 0, 110, 12] as const;

/**
 * Where in the test set the digits of the `hard` pack stand: those that the shipped well-trained network
 * (`static/weights/trained.safetensors`) misreads with the largest loss, the worst first.
 */
export const hardTestIndices = [
  3520, 4176, 2654, 1901, 582, 6597, 1530, 2135, 4860, 5997, 9679, 9664, 3422, 1014, 3727, 1878,
  2130, 2035, 6505, 947, 2597, 9642, 2939, 3558, 4497, 2182, 6651, 2118, 674, 6572,
] as const;

/** How many digits the sets for training have, the first ones of MNIST's files. */
export const sampleCounts = {
  mini: { train: 1000, test: 500 },
  medium: { train: 10_000, test: 2000 },
  full: { train: 60_000, test: 10_000 },
} as const;

/**
 * The files the site serves, gzipped under `/data/`: for each, how it is cut from all of MNIST, and
 * the size and SHA-256 of its uncompressed content. MNIST does not change, so these are constants;
 * `npm run data` refuses to write anything else.
 */
export const packs = {
  /** One test digit of each class, for the pictures of the lessons; no training part. */
  samples: {
    file: 'samples.bin',
    bytes: 7_898,
    sha256: '969b68957ba6b5d8b96fa59c7a1426275823b02f89e60b1551edc45d1c39cacd',
    cut: ({ train, test }: Split): Split => ({
      train: firstSamples(train, 0),
      test: selectSamples(test, sampleTestIndices),
    }),
  },
  /** The thirty worst mistakes of a good network, to look at; no training part. */
  hard: {
    file: 'hard.bin',
    bytes: 23_598,
    sha256: '556b099e0a5c8f12ab721d4ca5ee27ee4dded8129a1c1fa70456df66772885fc',
    cut: ({ train, test }: Split): Split => ({
      train: firstSamples(train, 0),
      test: selectSamples(test, hardTestIndices),
    }),
  },
  /** Few enough to train on within seconds; every digit is among them, in both parts. */
  mini: {
    file: 'mini.bin',
    bytes: 1_177_548,
    sha256: 'e91d08a5099826493c0918481c7a4aa6db2a3051f40407b4771ff681c5e05ab4',
    cut: ({ train, test }: Split): Split => ({
      train: firstSamples(train, sampleCounts.mini.train),
      test: firstSamples(test, sampleCounts.mini.test),
    }),
  },
  /** Enough for a deep network to show what it can do, at a sixth of what all of MNIST weighs. */
  medium: {
    file: 'medium.bin',
    bytes: 9_420_048,
    sha256: 'eaf71cf55b51e1dd7f24a41425ce60ed055550699bec7fe9dfb302ec1d9a362a',
    cut: ({ train, test }: Split): Split => ({
      train: firstSamples(train, sampleCounts.medium.train),
      test: firstSamples(test, sampleCounts.medium.test),
    }),
  },
  /** All 60,000 training digits and all 10,000 test digits. */
  full: {
    file: 'full.bin',
    bytes: 54_950_048,
    sha256: 'b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a',
    cut: (mnist: Split): Split => mnist,
  },
} as const;

/** The name of a pack. */
export type PackName = keyof typeof packs;

/** The uncompressed content of a pack: IDX arrays, images before labels, training before test. */
export function encodePack({ train, test }: Split): Uint8Array {
  return joinBytes(encodeDataset(train), encodeDataset(test));
}

/**
 * Reads the uncompressed content of a pack; the datasets are views into `bytes`.
 * Throws as `readDataset` does, and where bytes are left over.
 */
export function decodePack(bytes: Uint8Array): Split {
  const train = readDataset(bytes);
  const test = readDataset(bytes, train.end);
  if (test.end !== bytes.length) {
    throw new Error(
      `decodePack: invalid length: the arrays end at ${test.end}, the bytes at ${bytes.length}`,
    );
  }
  return { train: train.dataset, test: test.dataset };
}
