/** A function that waits until its calls have settled. */
export interface Settling<T> {
  readonly call: (value: T) => void;
  /** Drops the call that is waiting: whoever would be told is about to go. */
  readonly cancel: () => void;
}

/**
 * Calls `action` with the latest value once none has come for `pause` milliseconds. For an address
 * that follows a form: browsers refuse to change it for every letter that is typed, and what a
 * change costs is not to delay the picture.
 */
export function whenSettled<T>(action: (value: T) => void, pause = 150): Settling<T> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(waiting);
  return {
    call(value) {
      cancel();
      waiting = setTimeout(() => action(value), pause);
    },
    cancel,
  };
}
