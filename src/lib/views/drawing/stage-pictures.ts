import {
  centrePixel,
  drawingSide,
  imageSide,
  scaledSide,
  type Drawing,
  type TreatedDrawing,
} from '$lib/data';
import type { Mark } from '$lib/figures/mark';
import type { Locale } from '$lib/ui/locale';
import { messages } from './messages';

/** One stage between the drawing and the image: its name, one sentence with its numbers, its picture. */
export interface StagePicture {
  readonly title: string;
  readonly sentence: string;
  /** Grey levels `[side, side]`. */
  readonly picture: Uint8Array;
  readonly side: number;
  readonly marks: readonly Mark[];
}

/** A frame of one pixel round a place between the pixels. */
const frameRound = (at: { row: number; column: number }, role: Mark['role']): Mark => ({
  row: at.row - 0.5,
  column: at.column - 0.5,
  rows: 1,
  columns: 1,
  role,
});

/** The five stages of a treated drawing, in order; `raster` is the drawing `[224, 224]`. */
export function stagePictures(
  drawing: Drawing,
  raster: Uint8Array,
  { box, scale, scaled, centre, place, image }: TreatedDrawing,
  locale: Locale,
): StagePicture[] {
  const t = messages[locale];
  const square: Mark = {
    ...place,
    rows: scaledSide,
    columns: scaledSide,
    role: 'input',
    faint: true,
  };
  return [
    {
      title: t.drawn,
      sentence: t.drawnNumbers(drawing.strokes.length, drawing.base !== undefined),
      picture: raster,
      side: drawingSide,
      marks: [],
    },
    {
      title: t.boxed,
      sentence: t.boxedNumbers(box),
      picture: raster,
      side: drawingSide,
      marks: [{ ...box, role: 'input' }],
    },
    {
      title: t.scaled,
      sentence: t.scaledNumbers(box, scale),
      picture: scaled,
      side: scaledSide,
      marks: [],
    },
    {
      title: t.weighed,
      sentence: t.weighedNumbers(centre),
      picture: scaled,
      side: scaledSide,
      marks: [frameRound(centre, 'output')],
    },
    {
      title: t.placed,
      sentence: t.placedNumbers(place),
      picture: image,
      side: imageSide,
      marks: [
        square,
        { row: centrePixel, column: centrePixel, rows: 1, columns: 1, role: 'output' },
      ],
    },
  ];
}
