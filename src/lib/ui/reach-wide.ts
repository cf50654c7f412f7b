/** What scrolls sideways where a lesson is narrower than it: formulas and tables. */
const wide = '.katex-display, .step > table';

/**
 * An attachment for a text: a formula or table in it that scrolls sideways can be reached by keyboard, and only
 * then. Follows the size of the text.
 */
export function reachWide(text: HTMLElement): () => void {
  function mark() {
    for (const element of text.querySelectorAll<HTMLElement>(wide)) {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    }
  }
  const observer = new ResizeObserver(mark);
  observer.observe(text);
  return () => observer.disconnect();
}
