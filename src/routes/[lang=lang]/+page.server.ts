import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodePack, imageAt, packs } from '$lib/data';
import { lenet5Counts, lenet5Shapes } from '$lib/pages/home/shapes';
import { course, translationOf } from './lessons/course.server';
import type { PageServerLoad } from './$types';

/** The ten sample digits, each as base64 of its grey levels `[28, 28]`. */
function sampleDigits(): string[] {
  const { test } = decodePack(gunzipSync(readFileSync(`static/data/${packs.samples.file}`)));
  return Array.from({ length: test.count }, (_, i) =>
    Buffer.from(imageAt(test, i)).toString('base64'),
  );
}

/** What the first paint shows without the network's code: the shapes of its layers, and ten digits. */
export const load: PageServerLoad = ({ params }) => ({
  shapes: lenet5Shapes(),
  counts: lenet5Counts(),
  parameters: Object.values(lenet5Counts()).reduce((sum, count) => sum + count, 0),
  samples: sampleDigits(),
  lessons: course.map((lesson) => {
    const { slug, number, language, title } = translationOf(lesson, params.lang);
    return { slug, number, language, title };
  }),
});
