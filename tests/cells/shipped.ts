import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodePack } from '$lib/data';
import type { UpdatedTrace } from '$lib/optim';
import { digitOf, type Digit } from '$lib/views/sample/digit';
import { traceDigit } from '$lib/views/sample/trace-digit';
import { networkOfFile } from '$lib/views/sample/file-weights';

/** The ten sample digits that the site serves. */
const samples = decodePack(new Uint8Array(gunzipSync(readFileSync('static/data/samples.bin'))));

/** The sample digit that shows `label`. */
export const sampleDigit = (label: number): Digit =>
  digitOf(samples, { part: 'test', index: label });

/** LeNet-5 with the weights that the site serves under this name. */
export const shippedNetwork = (name: 'mini' | 'trained') =>
  networkOfFile(new Uint8Array(readFileSync(`static/weights/${name}.safetensors`))).network();

/** A sample digit through such a network, back, and one update. */
export const shippedTrace = (label: number, name: 'mini' | 'trained'): UpdatedTrace =>
  traceDigit(sampleDigit(label), shippedNetwork(name));
