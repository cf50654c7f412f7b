import type { Cell } from '$lib/figures/mark';
import type { Locale } from '$lib/ui/locale';
import type { DrawnAxis, Drawing } from './geometry';
import { messages } from './messages';

/** Indices as a reader says them: `3–7` where they follow each other, `0, 2, 4` where not. */
function list(indices: readonly number[]): string {
  const consecutive = indices.every((value, at) => value === indices[0] + at);
  const shown = indices.map((value) => String(value).replace('-', '−'));
  return consecutive && shown.length > 2
    ? `${shown[0]} … ${shown[shown.length - 1]}`
    : shown.join(', ');
}

const isReal = (axis: DrawnAxis) => (cell: number) => cell >= 0 && cell < axis.ground;

/** What happens where the kernel lies: which cells an output reads, or an input is spread over. */
export function placeSentence(locale: Locale, { rows, columns, spreads }: Drawing, at: Cell) {
  const t = messages[locale];
  const [down, across] = [rows.tapsAt(at.row), columns.tapsAt(at.column)].map((taps) =>
    taps.map(({ input }) => input),
  );
  const all = down.length * across.length;
  const outside = all - down.filter(isReal(rows)).length * across.filter(isReal(columns)).length;
  const sentence = (spreads ? t.spreads : t.reads)(at.row, at.column, list(down), list(across));
  if (outside === 0) return sentence;
  return `${sentence} ${(spreads ? t.cutAway : t.onMargin)(outside)}`;
}

/** How many places the kernel lies on a cell of the ground at; nothing for a cell of the margin. */
function timesOver({ rows, columns }: Drawing, at: Cell): number | undefined {
  if (!isReal(rows)(at.row) || !isReal(columns)(at.column)) return undefined;
  return rows.placesOver(at.row).length * columns.placesOver(at.column).length;
}

/** A cell of the ground in a few words, for the tip beside it. */
export function groundWords(locale: Locale, drawing: Drawing, at: Cell): string {
  const t = messages[locale];
  const times = timesOver(drawing, at);
  if (times === undefined) return (drawing.spreads ? t.cutOff : t.margin)(at.row, at.column);
  return (drawing.spreads ? t.fedTimes : t.readTimes)(at.row, at.column, times);
}

/** What becomes of a cell of the ground, in a sentence. */
export function groundSentence(locale: Locale, drawing: Drawing, at: Cell): string {
  const t = messages[locale];
  const times = timesOver(drawing, at);
  if (times === undefined) return groundWords(locale, drawing, at);
  if (times === 0) return (drawing.spreads ? t.unfed : t.unread)(at.row, at.column);
  return (drawing.spreads ? t.fedBy : t.readBy)(at.row, at.column, times);
}
