import { expect, it } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { networkOfRun, pairs, type PairName, type Settings } from '$lib/training';
import * as v from 'valibot';
import { settingsSchema } from '$lib/training/settings';

const names = Object.keys(pairs) as PairName[];

/** The settings in which two runs differ. */
const differences = (name: PairName) => {
  const [first, second] = pairs[name];
  return (Object.keys(first) as (keyof Settings)[]).filter((key) => first[key] !== second[key]);
};

it.each(names)('%s: both can be trained, and differ in one thing', (name) => {
  for (const settings of pairs[name]) expect(v.is(settingsSchema, settings)).toBe(true);
  expect(differences(name)).toEqual([name === 'rates' ? 'lr' : 'network']);
});

it.each(['residual', 'identity'] as const)('%s: the same parameters and products', (name) => {
  const [one, other] = pairs[name].map((run) => measureNetwork(networkOfRun(run)).totals);
  expect([one.parameters, one.multiplyAdds]).toEqual([21_530, 907_088]);
  expect([other.parameters, other.multiplyAdds]).toEqual([21_530, 907_088]);
});
