/** From this grey level on a pixel counts as ink. */
const inkLevel = 128;

/** A patch with less ink than this share of the largest one's is a speck. */
const speckShare = 0.1;

/** Numbers the patches of ink that hang together, corners too, from 1; 0 where there is no ink. */
function numberPatches(grey: Uint8Array, width: number, height: number) {
  const patchOf = new Int32Array(grey.length);
  const sizes = [0];
  const touchesEdge = [false];
  const waiting: number[] = [];
  const take = (at: number, patch: number) => {
    if (patchOf[at] !== 0 || grey[at] < inkLevel) return;
    patchOf[at] = patch;
    waiting.push(at);
  };
  grey.forEach((_, start) => {
    if (patchOf[start] !== 0 || grey[start] < inkLevel) return;
    const patch = sizes.push(0) - 1;
    touchesEdge.push(false);
    take(start, patch);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      sizes[patch]++;
      const [row, column] = [Math.floor(at / width), at % width];
      touchesEdge[patch] ||=
        row === 0 || column === 0 || row === height - 1 || column === width - 1;
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
          take(y * width + x, patch);
        }
      }
    }
  });
  return { patchOf, sizes, touchesEdge };
}

/**
 * The ink of a picture `[height, width]` without specks: patches far smaller than the largest are dropped,
 * and those that touch the picture's edge, as a table beside the paper does, unless all do. What is paler
 * than ink stays where it lies beside some.
 */
export function keepLargePatches(grey: Uint8Array, width: number, height: number): Uint8Array {
  const { patchOf, sizes, touchesEdge } = numberPatches(grey, width, height);
  const isInside = sizes.map((size, patch) => size > 0 && !touchesEdge[patch]);
  const counts = sizes.map((size, patch) =>
    isInside.includes(true) && !isInside[patch] ? 0 : size,
  );
  const least = speckShare * counts.reduce((most, size) => Math.max(most, size), 0);
  const isKept = counts.map((size) => size > 0 && size >= least);
  const near = (row: number, column: number) => {
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        if (isKept[patchOf[y * width + x]]) return true;
      }
    }
    return false;
  };
  return grey.map((value, at) =>
    value > 0 && near(Math.floor(at / width), at % width) ? value : 0,
  );
}
