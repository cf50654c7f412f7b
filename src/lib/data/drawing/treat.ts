import { imageSide, imageSize } from '../dataset';
import { centreOfMass, inkBox, scaleBox, type Box } from './box';
import { roundGrey } from './digit-code';
import { drawingSide, penWidth } from './stroke';

/** The side of the square that MNIST's digits were scaled into. */
export const scaledSide = 20;

/**
 * The pixel, counted from 0 both ways, that the centre of mass falls on: so it does in all but two of
 * MNIST's 60,000 training images.
 */
export const centrePixel = 14;

/** Every stage between a drawing and an image such as MNIST's. */
export interface TreatedDrawing {
  readonly kind: 'digit';
  /** The box that holds all the ink of the drawing `[224, 224]`. */
  readonly box: Box;
  /** What every length was multiplied by to make the box's longer side 20. */
  readonly scale: number;
  /** `[20, 20]`: the box, scaled, with smooth edges. */
  readonly scaled: Uint8Array;
  /** The centre of mass of `scaled`, from its upper left corner. */
  readonly centre: { readonly row: number; readonly column: number };
  /** Where `scaled` lies in the image: rows and columns before it; 4 and 4 would be its middle. */
  readonly place: { readonly row: number; readonly column: number };
  /** `[28, 28]`: the image, in the 16 grey levels that a link can hold. */
  readonly image: Uint8Array;
}

/** A drawing treated as MNIST's digits were, or why it shows none. */
export type Treatment =
  | TreatedDrawing
  | { readonly kind: 'empty' }
  /** Hardly larger than the pen: scaled to 20 × 20 it would be one blot. */
  | { readonly kind: 'dot' }
  /** More of the square is ink than in all but one of MNIST's 60,000 training digits. */
  | { readonly kind: 'full' };

/** A drawing whose longer side is below this is a dot. */
const dotSide = 1.5 * penWidth;

/** The largest share of the 20 × 20 square that may be ink: all but one of 60,000 digits have less. */
const fullShare = 0.7;

/**
 * The square `[20, 20]` laid into an empty image `[28, 28]`; what would lie outside is lost, as one row
 * or column of 13 of MNIST's 60,000 training digits was.
 */
function placeInImage(scaled: Uint8Array, { row, column }: TreatedDrawing['place']): Uint8Array {
  const image = new Uint8Array(imageSize);
  scaled.forEach((grey, at) => {
    const imageRow = row + Math.floor(at / scaledSide);
    const imageColumn = column + (at % scaledSide);
    const isInside = Math.min(imageRow, imageColumn) >= 0;
    if (isInside && Math.max(imageRow, imageColumn) < imageSide) {
      image[imageRow * imageSide + imageColumn] = grey;
    }
  });
  return image;
}

/**
 * Makes of a drawing, grey levels `[224, 224]`, what NIST's digits were made into for MNIST: the box
 * of its ink, scaled into 20 × 20 with the aspect kept and grey levels at the edges, in an image of
 * 28 × 28 with the centre of mass at the centre (section III-A of the paper).
 */
export function treatDrawing(drawing: Uint8Array): Treatment {
  const box = inkBox(drawing, drawingSide);
  if (!box) return { kind: 'empty' };
  const side = Math.max(box.rows, box.columns);
  if (side < dotSide) return { kind: 'dot' };
  const scaled = scaleBox(drawing, drawingSide, box, scaledSide);
  const ink = scaled.reduce((sum, grey) => sum + grey, 0) / 255;
  if (ink > fullShare * scaledSide * scaledSide) return { kind: 'full' };
  const centre = centreOfMass(scaled, scaledSide);
  const place = {
    row: centrePixel - Math.floor(centre.row),
    column: centrePixel - Math.floor(centre.column),
  };
  const image = roundGrey(placeInImage(scaled, place));
  return { kind: 'digit', box, scale: scaledSide / side, scaled, centre, place, image };
}

/** A drawing `[224, 224]` merely made smaller, 8 × 8 pixels to one: what treatment is compared with. */
export function shrinkDrawing(drawing: Uint8Array): Uint8Array {
  const whole = { row: 0, column: 0, rows: drawingSide, columns: drawingSide };
  return scaleBox(drawing, drawingSide, whole, imageSide);
}
