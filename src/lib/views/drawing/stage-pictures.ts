import {
  centrePixel,
  drawingSide,
  imageSide,
  scaledSide,
  type Drawing,
  type OnPhoto,
  type TreatedDrawing,
} from '$lib/data';
import type { Mark } from '$lib/figures/mark';
import type { Locale } from '$lib/ui/locale';
import { treatmentMessages } from './treatment-messages';

/** One stage between the drawing and the image: its name, one sentence with its numbers, its picture. */
export interface StagePicture {
  readonly title: string;
  readonly sentence: string;
  /** Grey levels `[rows, columns]`, 255 for ink. */
  readonly picture: Uint8Array;
  readonly rows: number;
  readonly columns: number;
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

const square = (side: number) => ({ rows: side, columns: side });

/** The widths of the pens, each once, the thinnest first. */
const widthsOf = (strokes: Drawing['strokes']) =>
  [...new Set(strokes.map(({ width }) => width))].sort((a, b) => a - b);

/** The four stages between a photo and a drawing, in order. */
export function photoStages(
  { photo, background, isInverted, ink, lineWidth, drawing }: OnPhoto,
  locale: Locale,
): StagePicture[] {
  const t = treatmentMessages[locale];
  const size = { rows: photo.height, columns: photo.width, marks: [] };
  // Pictures are drawn as ink on paper, so that what was dark is dark.
  const asInk = (grey: Uint8Array) => grey.map((level) => 255 - level);
  return [
    {
      title: t.photoTaken,
      sentence: t.photoNumbers(photo.width, photo.height),
      picture: asInk(photo.grey),
      ...size,
    },
    {
      title: t.background,
      sentence: t.backgroundNumbers,
      picture: asInk(background),
      ...size,
    },
    { title: t.onPhoto, sentence: t.onPhotoNumbers(isInverted), picture: ink, ...size },
    {
      title: t.placedOnSurface,
      sentence: t.placedOnSurfaceNumbers(lineWidth.before, lineWidth.after),
      picture: drawing,
      ...square(drawingSide),
      marks: [],
    },
  ];
}

/** The five stages of a treated drawing, in order; `raster` is the drawing `[224, 224]`. */
export function stagePictures(
  drawing: Drawing,
  raster: Uint8Array,
  { box, scale, scaled, centre, place, image }: TreatedDrawing,
  locale: Locale,
): StagePicture[] {
  const t = treatmentMessages[locale];
  const { strokes } = drawing;
  const room: Mark = {
    ...place,
    rows: scaledSide,
    columns: scaledSide,
    role: 'input',
    faint: true,
  };
  return [
    {
      title: t.drawn,
      sentence: t.drawnNumbers(strokes.length, widthsOf(strokes), drawing.base !== undefined),
      picture: raster,
      ...square(drawingSide),
      marks: [],
    },
    {
      title: t.boxed,
      sentence: t.boxedNumbers(box),
      picture: raster,
      ...square(drawingSide),
      marks: [{ ...box, role: 'input' }],
    },
    {
      title: t.scaled,
      sentence: t.scaledNumbers(box, scale),
      picture: scaled,
      ...square(scaledSide),
      marks: [],
    },
    {
      title: t.weighed,
      sentence: t.weighedNumbers(centre),
      picture: scaled,
      ...square(scaledSide),
      marks: [frameRound(centre, 'output')],
    },
    {
      title: t.placed,
      sentence: t.placedNumbers(place),
      picture: image,
      ...square(imageSide),
      marks: [room, { row: centrePixel, column: centrePixel, rows: 1, columns: 1, role: 'output' }],
    },
  ];
}
