/** Every kind of page, by its path after the language; lessons stand for their whole folder. */
export const pages = [
  '',
  '/lessons',
  '/lessons/c1',
  '/lessons/c3',
  '/lessons/backward',
  '/calculator',
  '/step',
  '/train',
  '/scratch',
];

/** The slugs of the lessons, in order: addresses that teachers link to. */
export const lessonSlugs = [
  'network',
  'convolution',
  'c1',
  's2',
  'c3',
  's4',
  'c5',
  'f6',
  'output',
  'backward',
  'training',
];
