import { drawingSide, emptyDrawing, penWidth, type Drawing, type Point } from '$lib/data';

/** A point nearer than this to the one before adds nothing to be seen. */
const leastStep = 1.5;

/** A place as it is kept: to a tenth, and no further off the surface than the pen reaches. */
function keptPoint({ x, y }: Point): Point {
  const keep = (at: number) => {
    const near = Math.max(-penWidth, Math.min(drawingSide + penWidth, at));
    return Math.round(10 * near) / 10;
  };
  return { x: keep(x), y: keep(y) };
}

/** A drawing in the making: strokes that grow while the pen is down, and every state to go back to. */
export class DrawingBoard {
  /** What lies on the surface now. */
  drawing = $state.raw<Drawing>(emptyDrawing);
  /** Whether the last stroke still grows. */
  isDown = $state(false);
  #past = $state.raw<readonly Drawing[]>([]);

  /** The drawing without the stroke that still grows. */
  readonly settled = $derived(this.isDown ? (this.#past.at(-1) ?? emptyDrawing) : this.drawing);
  readonly canUndo = $derived(this.#past.length > 0);
  readonly isEmpty = $derived(this.drawing.strokes.length === 0 && !this.drawing.base);

  /** Starts over with a drawing whose strokes can be undone one by one. */
  restore(drawing: Drawing): void {
    this.isDown = false;
    this.#past = drawing.strokes.map((_, i) => ({
      ...drawing,
      strokes: drawing.strokes.slice(0, i),
    }));
    this.drawing = drawing;
  }

  /** Puts the pen down: a new stroke. */
  begin(point: Point): void {
    this.#change({ ...this.drawing, strokes: [...this.drawing.strokes, [keptPoint(point)]] });
    this.isDown = true;
  }

  /** Moves the pen; where it is down the stroke follows. */
  extend(point: Point): void {
    const stroke = this.drawing.strokes.at(-1);
    const last = stroke?.at(-1);
    if (!this.isDown || !stroke || !last) return;
    const next = keptPoint(point);
    if (Math.hypot(next.x - last.x, next.y - last.y) < leastStep) return;
    const strokes = [...this.drawing.strokes.slice(0, -1), [...stroke, next]];
    this.drawing = { ...this.drawing, strokes };
  }

  /** Lifts the pen: the stroke is done. */
  lift(): void {
    this.isDown = false;
  }

  /** Takes back the last stroke, or the last clearing. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.isDown = false;
    this.drawing = before;
    this.#past = this.#past.slice(0, -1);
  }

  /** Wipes the surface; `undo` brings it back. */
  clear(): void {
    this.isDown = false;
    if (!this.isEmpty) this.#change(emptyDrawing);
  }

  #change(drawing: Drawing): void {
    this.#past = [...this.#past, this.drawing];
    this.drawing = drawing;
  }
}
