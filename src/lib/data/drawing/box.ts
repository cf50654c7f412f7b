/** Some rows and columns of a picture. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The least box of a square picture that holds all its ink; none where there is no ink. */
export function inkBox(picture: Uint8Array, side: number): Box | undefined {
  let [top, left, bottom, right] = [side, side, -1, -1];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (picture[row * side + column] === 0) continue;
      if (row < top) top = row;
      if (column < left) left = column;
      if (column > right) right = column;
      bottom = row;
    }
  }
  if (bottom < 0) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Some pixels of a line, from `first` on, and how much of each is covered. */
interface Cover {
  readonly first: number;
  readonly shares: readonly number[];
}

/**
 * How `size` pixels of a line fall on `targetSize` others, each as wide as `1 / scale` of them. What
 * the scaled line leaves free is shared to both ends in whole pixels, so that an edge that fell on a
 * pixel's edge still does.
 */
function coverLine(size: number, scale: number, targetSize: number): Cover[] {
  const before = Math.floor((targetSize - size * scale) / 2);
  return Array.from({ length: targetSize }, (_, target) => {
    const from = Math.max(0, (target - before) / scale);
    const to = Math.min(size, (target - before + 1) / scale);
    const first = Math.floor(from);
    const shares = Array.from(
      { length: Math.max(0, Math.ceil(to) - first) },
      (_, i) => Math.min(to, first + i + 1) - Math.max(from, first + i),
    );
    return { first, shares };
  });
}

/**
 * The part `box` of a square picture, scaled by one factor both ways so that its longer side becomes
 * `targetSide`: grey levels `[targetSide, targetSide]`, each the mean over the area that its pixel
 * covers, which is what smooths the edges.
 */
export function scaleBox(
  picture: Uint8Array,
  side: number,
  box: Box,
  targetSide: number,
): Uint8Array {
  const scale = targetSide / Math.max(box.rows, box.columns);
  const rowCovers = coverLine(box.rows, scale, targetSide);
  const columnCovers = coverLine(box.columns, scale, targetSide);
  const scaled = new Uint8Array(targetSide * targetSide);
  for (let at = 0; at < scaled.length; at++) {
    const rows = rowCovers[Math.floor(at / targetSide)];
    const columns = columnCovers[at % targetSide];
    let sum = 0;
    for (let i = 0; i < rows.shares.length; i++) {
      const start = (box.row + rows.first + i) * side + box.column + columns.first;
      let line = 0;
      for (let j = 0; j < columns.shares.length; j++)
        line += columns.shares[j] * picture[start + j];
      sum += rows.shares[i] * line;
    }
    scaled[at] = Math.round(sum * scale * scale);
  }
  return scaled;
}

/** The mean place of the ink, from the picture's upper left corner; a pixel's own is at its middle. */
export function centreOfMass(picture: Uint8Array, side: number): { row: number; column: number } {
  let [mass, rows, columns] = [0, 0, 0];
  picture.forEach((grey, at) => {
    mass += grey;
    rows += grey * (Math.floor(at / side) + 0.5);
    columns += grey * ((at % side) + 0.5);
  });
  return { row: rows / mass, column: columns / mass };
}
