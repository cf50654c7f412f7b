import { formatRef, type Ref } from '$lib/nn';
import type { Locale } from '$lib/ui/locale';
import { pagePath } from '$lib/ui/paths';
import { defaultLink, writeLink } from '../stepping/link';
import { samplePlace } from './digit';
import type { WeightName } from './weight-choice';

/**
 * The addresses of the microscope at numbers of a sample digit, which shows `digit`, through a network of
 * these weights.
 */
export function microscopeAt(locale: Locale, digit: number, weights: WeightName, seed: number) {
  const base = { ...defaultLink, digit: samplePlace(digit), weights, seed };
  return (ref: Ref) => pagePath(locale, '/step') + writeLink({ ...base, open: formatRef(ref) });
}
