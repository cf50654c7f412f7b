/** What waits for the reader to come near, or for a quiet moment after a first touch. */
const waiting = new Set<() => Promise<void>>();
let isListening = false;
let isTouched = false;
let isBusy = false;

function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  addEventListener('beforeprint', () => void readyAll());
  // A pointer that moves is on its way to something, be it the menu that prints.
  const untouched = new AbortController();
  const touch = () => {
    untouched.abort();
    isTouched = true;
    inQuietMoments();
  };
  for (const type of ['scroll', 'pointermove', 'pointerdown', 'keydown']) {
    addEventListener(type, touch, { passive: true, signal: untouched.signal });
  }
}

const quietly = (run: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, 200);

/** From the first touch on, what is further down is made ready too, one after the other in quiet moments. */
function inQuietMoments(): void {
  if (!isTouched || isBusy || waiting.size === 0) return;
  isBusy = true;
  quietly(async () => {
    const [first] = waiting;
    await Promise.allSettled([first?.()]);
    isBusy = false;
    inQuietMoments();
  });
}

/** Whether something still waits. */
export const isAnythingWaiting = (): boolean => waiting.size > 0;

/** Makes ready all that waits, and what waits then; settles once it is, whether or not all of it could be. */
export async function readyAll(): Promise<void> {
  while (waiting.size > 0) await Promise.allSettled([...waiting].map((run) => run()));
}

/**
 * Calls `act` once, as soon as the reader is within `margin` of an element, at the latest before the page is
 * printed. Returns what calls it off.
 */
export function whenNear(element: Element, margin: string, act: () => Promise<void>): () => void {
  const cancel = () => {
    waiting.delete(run);
    observer?.disconnect();
  };
  const run = () => {
    cancel();
    return act();
  };
  const observer =
    typeof IntersectionObserver === 'undefined'
      ? undefined
      : new IntersectionObserver(
          (entries) => entries.some(({ isIntersecting }) => isIntersecting) && void run(),
          { rootMargin: margin },
        );
  if (!observer) {
    void act();
    return cancel;
  }
  waiting.add(run);
  listenOnce();
  inQuietMoments();
  observer.observe(element);
  return cancel;
}
