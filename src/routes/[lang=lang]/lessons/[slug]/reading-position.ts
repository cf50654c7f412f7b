/** How much of the window, from its top, is where one reads. */
const readingBand = 0.35;

/**
 * Follows which of a page's parts the reader has come to: calls `onchange` with its index, in the
 * order of the page. Returns a function that ends it.
 */
export function watchReading(
  parts: readonly Element[],
  onchange: (index: number) => void,
): () => void {
  const inBand = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inBand.add(target);
        else inBand.delete(target);
      }
      const last = parts.findLastIndex((part) => inBand.has(part));
      if (last !== -1) onchange(last);
    },
    { rootMargin: `0px 0px -${100 * (1 - readingBand)}% 0px` },
  );
  for (const part of parts) observer.observe(part);
  return () => observer.disconnect();
}
