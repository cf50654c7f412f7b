import type { Exercise } from '$lib/notebook';
import type { Locale } from '$lib/ui/locale';
import { pagePath } from '$lib/ui/paths';

/** The exercises of some lessons by `lesson/id`. Rejects where one cannot be had. */
export async function loadExercises(
  locale: Locale,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Exercise>> {
  const slugs = [...new Set(keys.map((key) => key.split('/')[0]))];
  const lessons = await Promise.all(
    slugs.map(async (slug): Promise<Exercise[]> => {
      const answer = await fetch(pagePath(locale, `/class/${slug}.json`));
      // A lesson that there is not any more leaves the others as they are.
      if (answer.status === 404) return [];
      if (!answer.ok) throw new Error(`class: no exercises of ${slug}: status ${answer.status}`);
      return answer.json();
    }),
  );
  return new Map(lessons.flat().map((each) => [`${each.lesson}/${each.id}`, each]));
}
