/** How maps are laid out to fit a place: how many stand beside one another, and how wide each is, in pixels. */
interface PictureSize {
  readonly across: number;
  readonly side: number;
}

/** The space between two maps, in pixels. */
export const mapGap = 8;

/**
 * Maps of so many columns in a place about `room` pixels wide, near a square; a number is drawn in whole
 * pixels, at least 2 and at most 24.
 */
export function pictureSize(maps: number, columns: number, room: number): PictureSize {
  const across = maps <= 1 ? 1 : maps <= 4 ? 2 : maps <= 9 ? 3 : Math.ceil(Math.sqrt(maps));
  const each = (room - (across - 1) * mapGap) / across;
  const cell = Math.max(2, Math.min(24, Math.floor(each / columns)));
  return { across, side: cell * columns };
}
