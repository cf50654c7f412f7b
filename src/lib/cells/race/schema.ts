import { pairs, type PairName } from '$lib/training/pairs';
import * as v from 'valibot';

const names = Object.keys(pairs) as PairName[];

/** `::race{pair=rates}`: two runs side by side, the article's learning rate against one fifty times as large if not said. */
export const raceSchema = v.strictObject({ pair: v.optional(v.picklist(names), 'rates') });
