/** What a drag has to know of a list, and whom it tells. */
interface Reordering {
  /** The list's rows in their order. */
  rows: () => HTMLElement[];
  /** The row that is dragged stands at `from` and would come to `to`; undefined when it is over. */
  onDrag: (drag: { from: number; to: number } | undefined) => void;
  onDrop: (from: number, to: number) => void;
}

/**
 * Begins to drag a row by a handle, with mouse, pen or finger: it goes to where the pointer is let
 * go, and stays where it was on Escape or when the browser takes the pointer away.
 */
export function startDrag(event: PointerEvent, from: number, reordering: Reordering): void {
  const handle = event.currentTarget as HTMLElement;
  const ended = new AbortController();
  const { signal } = ended;
  let to = from;

  const end = (isDropped: boolean) => {
    ended.abort();
    reordering.onDrag(undefined);
    if (isDropped && to !== from) reordering.onDrop(from, to);
  };
  const follow = ({ clientY }: PointerEvent) => {
    const middles = reordering.rows().map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return (top + bottom) / 2;
    });
    to = middles.filter((middle, index) => index !== from && middle < clientY).length;
    reordering.onDrag({ from, to });
  };

  event.preventDefault();
  handle.focus();
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener('pointermove', follow, { signal });
  handle.addEventListener('pointerup', () => end(true), { signal });
  handle.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
}
