/**
 * While a word is being composed, as Chinese is typed, its letters are no input yet. Keeps every
 * field's handlers from hearing of them, and of the keys that choose a word; when the word is there
 * they hear of it once. Returns what ends this.
 */
export function waitForWords(page: Window): () => void {
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  const hold = (event: Event & { isComposing?: boolean }) => {
    if (event.isComposing) event.stopImmediatePropagation();
  };
  page.addEventListener('input', hold, options);
  page.addEventListener('keydown', hold, options);
  page.addEventListener(
    'compositionend',
    ({ target }) => target?.dispatchEvent(new InputEvent('input', { bubbles: true })),
    options,
  );
  return () => ended.abort();
}
