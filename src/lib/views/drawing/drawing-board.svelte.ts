import {
  addStroke,
  drawingSide,
  emptyDrawing,
  eraserWidth,
  penWidth,
  rasterizeDrawing,
  treatDrawing,
  type Drawing,
  type OnPhoto,
  type Point,
} from '$lib/data';

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
  /** How wide the pen is, and whether the next stroke takes ink away instead. */
  width = $state<number>(penWidth);
  erases = $state(false);
  #photo = $state.raw<OnPhoto>();
  /** Whether the last stroke still grows. */
  isDown = $state(false);
  #past = $state.raw<readonly Drawing[]>([]);

  /** The drawing without the stroke that still grows. */
  readonly settled = $derived(this.isDown ? (this.#past.at(-1) ?? emptyDrawing) : this.drawing);
  readonly #settledRaster = $derived(rasterizeDrawing(this.settled));
  /** The drawing as grey levels `[224, 224]`; while the pen is down only its stroke is drawn anew. */
  readonly raster = $derived.by(() => {
    const growing = this.isDown ? this.drawing.strokes.at(-1) : undefined;
    return growing ? addStroke(this.#settledRaster, growing) : this.#settledRaster;
  });
  /** The drawing made into an image such as MNIST's. */
  readonly treatment = $derived(treatDrawing(this.raster));
  /** What was found on the photo that is drawn on, stage by stage; nothing where none is. */
  readonly photo = $derived(
    this.#photo && this.#photo.drawing === this.drawing.base ? this.#photo : undefined,
  );
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

  /** Puts something else in the place of all that is drawn; `undo` brings that back. */
  replace(drawing: Drawing): void {
    this.isDown = false;
    this.#change(drawing);
  }

  /** Puts what was found on a photo in the place of all that is drawn. */
  usePhoto(photo: OnPhoto): void {
    this.#photo = photo;
    this.replace({ base: photo.drawing, strokes: [] });
  }

  /** Puts the pen down: a new stroke. */
  begin(point: Point): void {
    const points = [keptPoint(point)];
    const stroke = this.erases
      ? { points, width: eraserWidth, erases: true }
      : { points, width: this.width };
    this.#change({ ...this.drawing, strokes: [...this.drawing.strokes, stroke] });
    this.isDown = true;
  }

  /** Moves the pen; where it is down the stroke follows. */
  extend(point: Point): void {
    const stroke = this.drawing.strokes.at(-1);
    const last = stroke?.points.at(-1);
    if (!this.isDown || !stroke || !last) return;
    const next = keptPoint(point);
    if (Math.hypot(next.x - last.x, next.y - last.y) < leastStep) return;
    const longer = { ...stroke, points: [...stroke.points, next] };
    this.drawing = { ...this.drawing, strokes: [...this.drawing.strokes.slice(0, -1), longer] };
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
    this.erases = false;
    if (!this.isEmpty) this.#change(emptyDrawing);
  }

  #change(drawing: Drawing): void {
    this.#past = [...this.#past, this.drawing];
    this.drawing = drawing;
  }
}
