/** Milliseconds of work in one task before the rest waits for the next. */
const most = 20;

const waiting: (() => void)[] = [];
let spent = 0;
let next: ReturnType<typeof setTimeout> | undefined;

/**
 * Runs a piece of work at once, or after those before it in a later task where this one has had
 * enough: a page of hundreds of formulas stays alive while they are set.
 */
export function inTurn(work: () => void): void {
  waiting.push(work);
  next ??= setTimeout(begin);
  if (spent < most) goOn();
}

function begin(): void {
  spent = 0;
  next = waiting.length > 0 ? setTimeout(begin) : undefined;
  goOn();
}

function goOn(): void {
  while (spent < most) {
    const work = waiting.shift();
    if (!work) return;
    const start = performance.now();
    try {
      work();
    } finally {
      spent += performance.now() - start;
    }
  }
}
