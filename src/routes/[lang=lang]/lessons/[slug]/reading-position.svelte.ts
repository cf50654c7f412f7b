/** How much of the window, from its top, is where one reads. */
const readingBand = 0.35;

/** Follows which of a page's parts the reader has come to. */
export class ReadingPosition {
  /** The index of the part being read, in the order of the page; 0 before any has come into view. */
  current = $state(0);

  /** Watches the parts of a page, in their order; returns a function that ends it. */
  watch(parts: readonly Element[]): () => void {
    const inBand = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inBand.add(target);
          else inBand.delete(target);
        }
        const last = parts.findLastIndex((part) => inBand.has(part));
        if (last !== -1) this.current = last;
      },
      { rootMargin: `0px 0px -${100 * (1 - readingBand)}% 0px` },
    );
    for (const part of parts) observer.observe(part);
    return () => observer.disconnect();
  }
}
