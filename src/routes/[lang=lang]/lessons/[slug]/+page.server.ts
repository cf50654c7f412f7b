import { error } from '@sveltejs/kit';
import type { Lesson } from '$lib/notebook';
import { course, lessonEntries, translationOf } from '../course.server';
import { messages } from '../messages';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** What a link to another lesson says of it. */
type Neighbour = Pick<Lesson, 'slug' | 'title' | 'language'>;

/** A lesson with its neighbours. */
export const load: PageServerLoad = ({ params }) => {
  const index = course.findIndex(({ slug }) => slug === params.slug);
  if (index === -1) error(404, messages[params.lang].noLesson);
  const [lesson, previous, next] = [0, -1, 1].map((offset) => {
    const entry = course[index + offset];
    return entry && translationOf(entry, params.lang);
  });
  const neighbour = (other: Lesson | undefined): Neighbour | undefined =>
    other && { slug: other.slug, title: other.title, language: other.language };
  return {
    lesson,
    count: course.length,
    previous: neighbour(previous),
    next: neighbour(next),
  };
};
