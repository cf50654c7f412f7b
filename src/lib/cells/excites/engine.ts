import type { Found, Request } from './protocol';
import { findStrongest } from './strongest';

/** The worker's side of the conversation. */
export function answer(
  { images, steps, given, normalization, names }: Request,
  reply: (found: Found) => void,
): void {
  const work = findStrongest(images, steps, given, normalization, names);
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return reply({ kind: 'found', strongest: next.value });
    reply({ kind: 'through', count: next.value });
  }
}
