import { isAnythingWaiting, readyAll } from '$lib/ui/when-near';

/** How long a reader who prints waits for the pictures, in milliseconds. */
const patience = 5000;

/** A printer does not wait for pictures that are still to be computed, so the keys that print do. */
export async function printWhenReady(event: KeyboardEvent): Promise<void> {
  const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p';
  if (!isPrint || !isAnythingWaiting()) return;
  event.preventDefault();
  await Promise.race([readyAll(), new Promise((resolve) => setTimeout(resolve, patience))]);
  window.print();
}
