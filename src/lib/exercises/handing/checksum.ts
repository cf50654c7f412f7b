/** The FNV-1a hash of a text's code units, 32 bits: a whole number. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Eight letters and digits that tell a text from one that was changed by mistake. Who reads this file can
 * compute them for another text: they protect nothing.
 */
export const checksumOf = (text: string): string => hashOf(text).toString(16).padStart(8, '0');
