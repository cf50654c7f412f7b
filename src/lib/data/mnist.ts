/** One of the four files that MNIST is published as. */
export interface MnistFile {
  readonly name: string;
  /** The size of the uncompressed file. */
  readonly bytes: number;
  /** The MD5 of the uncompressed file, as published lists give it. */
  readonly md5: string;
}

/** The four original IDX files, uncompressed. */
export const mnistFiles = {
  train: {
    images: {
      name: 'train-images-idx3-ubyte',
      bytes: 47_040_016,
      md5: '6bbc9ace898e44ae57da46a324031adb',
    },
    labels: {
      name: 'train-labels-idx1-ubyte',
      bytes: 60_008,
      md5: 'a25bea736e30d166cdddb491f175f624',
    },
  },
  test: {
    images: {
      name: 't10k-images-idx3-ubyte',
      bytes: 7_840_016,
      md5: '2646ac647ad5339dbf082846283269ea',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte',
      bytes: 10_008,
      md5: '27ae3e4e09519cfbb04c329615203637',
    },
  },
} as const satisfies Record<'train' | 'test', Record<'images' | 'labels', MnistFile>>;
