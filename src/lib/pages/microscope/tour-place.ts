import { Remembered } from '$lib/ui/remembered';

/** The stop at which the reader left the tour, from 1. */
export const tourPlace = new Remembered<number>('lenet5-tour', {
  read: (text) => (/^[1-9]\d?$/.test(text) ? Number(text) : undefined),
  write: String,
});
