import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parameterLayouts } from './layout';
import type { ParameterValues } from './contract';

/**
 * The SHA-256 of all weights, in hexadecimal: their float32 values, little-endian, in PyTorch's order
 * from `conv1.weight` to `fc3.bias`. Two runs that agree in it agree in every bit.
 */
export function fingerprint(weights: ParameterValues): string {
  const hash = sha256.create();
  for (const { name } of parameterLayouts) {
    const bytes = new Uint8Array(weights[name].length * 4);
    const view = new DataView(bytes.buffer);
    weights[name].forEach((value, i) => view.setFloat32(4 * i, value, true));
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}
