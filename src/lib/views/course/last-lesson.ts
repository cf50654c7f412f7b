import { Remembered } from '$lib/ui/remembered';

/** The slug of the lesson that the reader opened last: where the home page offers to go on. */
export const lastLesson = new Remembered<string>('last-lesson', {
  read: (text) => (/^[a-z0-9-]{1,60}$/.test(text) ? text : undefined),
  write: (slug) => slug,
});
