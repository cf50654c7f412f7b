import type { LessonLink } from '$lib/views/linked/lesson-link';

/** Hides what a link leaves out of a lesson, and all but the one part that it asks for; returns a function that undoes it. */
export function showOnly(article: HTMLElement, { hide, after, only }: LessonLink): () => void {
  const steps = [...article.querySelectorAll('section.step')];
  const last = after === undefined ? -1 : steps.findIndex(({ id }) => id === after);
  const gone: Element[] = last < 0 ? [] : steps.slice(last + 1);
  const shown =
    only === undefined
      ? undefined
      : (article.querySelector(`[data-cell="${only}"]`) ?? document.getElementById(only));
  const root = document.documentElement;

  // All beside the way from the article down to what is shown.
  for (let part = shown; part && part !== article; part = part.parentElement) {
    const around = [...(part.parentElement?.children ?? [])];
    gone.push(...around.filter((one) => one !== part && !one.matches('.whole, .notice')));
  }
  for (const part of gone) part.setAttribute('data-left-out', '');
  if (hide.length > 0) article.dataset.hide = hide.join(' ');
  const isInert = hide.includes('answers');
  for (const options of article.querySelectorAll('[data-options]')) {
    options.toggleAttribute('inert', isInert);
  }
  if (shown) root.dataset.only = '';
  return () => {
    for (const part of gone) part.removeAttribute('data-left-out');
    delete article.dataset.hide;
    delete root.dataset.only;
  };
}
