import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ParameterValues } from './contract';

/**
 * The SHA-256 of all weights, in hexadecimal: their float32 values, little-endian, one parameter after
 * the other as they are given: an engine gives them in PyTorch's order. Two runs that agree in it agree
 * in every bit.
 */
export function fingerprint(weights: ParameterValues): string {
  const hash = sha256.create();
  for (const values of Object.values(weights)) {
    const bytes = new Uint8Array(values.length * 4);
    const view = new DataView(bytes.buffer);
    values.forEach((value, i) => view.setFloat32(4 * i, value, true));
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}
