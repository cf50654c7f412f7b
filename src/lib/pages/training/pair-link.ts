import { pairs, settingsFields, type PairName, type Settings } from '$lib/training';
import { readQuery, writeQuery } from '$lib/ui/query';

/** Two runs that a page holds, and the pair that they began as. */
export interface Pair {
  readonly name: PairName;
  readonly settings: readonly [first: Settings, second: Settings];
}

/** What the page begins with. */
export const defaultPair: Pair = { name: 'residual', settings: pairs.residual };

const sides = ['first', 'second'] as const;

const isPairName = (name: string): name is PairName => Object.hasOwn(pairs, name);

/**
 * The pair that a link holds: `pair` names what it began as, and `first-lr=…` or `second-network=…` what
 * is otherwise. What cannot be used is named, and is as in that pair.
 */
export function readPair(query: URLSearchParams): {
  readonly pair: Pair;
  readonly rejected: readonly string[];
} {
  const named = query.get('pair') ?? defaultPair.name;
  const name = isPairName(named) ? named : defaultPair.name;
  const read = sides.map((side, index) => {
    const own = [...query].flatMap(([key, value]) =>
      key.startsWith(`${side}-`) ? [[key.slice(side.length + 1), value]] : [],
    );
    const base: Settings = pairs[name][index];
    const { values, rejected } = readQuery(settingsFields, base, new URLSearchParams(own));
    return { values, rejected: rejected.map((field) => `${side}-${field}`) };
  });
  return {
    pair: { name, settings: [read[0].values, read[1].values] },
    rejected: [...(isPairName(named) ? [] : ['pair']), ...read.flatMap(({ rejected }) => rejected)],
  };
}

/** The query of a pair, as `readPair` reads it; '' for the one that the page begins with. */
export function writePair({ name, settings }: Pair): string {
  const query = new URLSearchParams(name === defaultPair.name ? [] : [['pair', name]]);
  sides.forEach((side, index) => {
    const base: Settings = pairs[name][index];
    for (const [field, value] of new URLSearchParams(writeQuery(settings[index], base))) {
      query.set(`${side}-${field}`, value);
    }
  });
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
