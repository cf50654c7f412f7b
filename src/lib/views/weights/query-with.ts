import type { WeightName } from '../sample/weight-choice';

/** The query of an address, `?…` or '', with these weights in it. */
export function queryWith(weights: WeightName, query: string): string {
  const params = new URLSearchParams(query);
  params.set('weights', weights);
  return `?${params}`;
}
