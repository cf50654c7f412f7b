/**
 * An attachment for what scrolls sideways: `data-more` says at which edges, `start` and `end`, more of it lies out
 * of sight, and the theme fades these. Follows its scrolling, its size and that of its first child.
 */
export function fadeEdges(element: HTMLElement): () => void {
  function mark() {
    const beyond = element.scrollWidth - element.clientWidth - element.scrollLeft;
    // Half a pixel is rounding.
    const edges = [...(element.scrollLeft >= 1 ? ['start'] : []), ...(beyond >= 1 ? ['end'] : [])];
    element.dataset.more = edges.join(' ');
  }
  const observer = new ResizeObserver(mark);
  observer.observe(element);
  if (element.firstElementChild) observer.observe(element.firstElementChild);
  element.addEventListener('scroll', mark, { passive: true });
  mark();
  return () => {
    observer.disconnect();
    element.removeEventListener('scroll', mark);
  };
}
