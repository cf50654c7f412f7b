import { describe, expect, it } from 'vitest';
import { lenet5Network, writeNetwork } from '$lib/network';
import { beginning } from '$lib/training/beginning';
import { recipeOf, recipes } from '$lib/training/recipes';
import {
  readSettings,
  settingsSchema,
  settingsText,
  networkOfFormerLink,
} from '$lib/training/settings';
import * as v from 'valibot';

const read = (changes: object) => readSettings({ ...settingsText(recipes.mini), ...changes });

describe('readSettings', () => {
  it.each([
    [{ batchSize: '六十四' }, { batchSize: 64 }],
    [{ batchSize: '６０，０００' }, { batchSize: 60_000 }],
    [{ epochs: ' 12 ' }, { epochs: 12 }],
    [{ lr: '。05' }, { lr: 0.05 }],
    [{ lr: '1e-3' }, { lr: 0.001 }],
  ])('reads %j as %j', (changes, values) => {
    expect(read(changes).settings).toMatchObject(values);
  });

  it.each([{ batchSize: '' }, { batchSize: '1'.repeat(200_000) + 'x' }, { lr: '1e999' }])(
    'refuses %#',
    (changes) => {
      expect(read(changes).unusable).toEqual(Object.keys(changes));
    },
  );

  it.each([
    ['mini', 1000],
    ['medium', 10_000],
    ['full', 60_000],
  ] as const)('data=%s is %i digits, in a link and in a kept run', (data, count) => {
    const { settings } = read({ data });
    expect(settings && beginning(settings).trainCount).toBe(count);
    expect(v.parse(settingsSchema, { ...recipes.mini, data }).data).toBe(data);
  });

  it('a true minus is a minus: the sentence is about the range', () => {
    expect(read({ momentum: '−0.5' }).unusable).toEqual(['momentum']);
  });
});

describe('Levenberg–Marquardt', () => {
  const paper = (changes: object) =>
    readSettings({ ...settingsText(recipes['sdlm-1998']), ...changes });

  it('is read with the network of 1998, one digit a step', () => {
    expect(paper({}).settings).toEqual(recipes['sdlm-1998']);
    expect(v.parse(settingsSchema, recipes['sdlm-1998'])).toEqual(recipes['sdlm-1998']);
  });

  it.each([
    [{ batchSize: '10' }, ['batchSize']],
    [{ network: writeNetwork(lenet5Network()) }, ['optimizer']],
    [{ mu: '0' }, ['mu']],
    [{ laterMu: '-1' }, ['laterMu']],
    [{ mu: 'NaN' }, ['mu']],
    [{ network: `${recipes['sdlm-1998'].network}~map_j0` }, ['network']],
  ])('%j: refused', (changes, unusable) => {
    expect(paper(changes)).toEqual({ settings: undefined, unusable });
  });

  it('a kept run of before has no μ and no distortions', () => {
    const { mu, laterMu, distort, ...before } = recipes.mini;
    expect([mu, laterMu, distort]).toEqual([1, 1, 0]);
    expect(v.parse(settingsSchema, before)).toEqual(recipes.mini);
  });
});

describe('the network of settings', () => {
  const former = { ...recipes.mini, network: undefined };
  const kept = (value: object) => v.parse(settingsSchema, value).network;

  it.each([
    [{ activation: 'relu', pooling: 'max' }, { border: 'zeros' }],
    [
      { activation: 'scaledTanh', pooling: 'average' },
      { activation: 'ScaledTanh', pooling: 'average', border: 'zeros' },
    ],
    [{}, { border: 'zeros' }],
    [{ activation: 'tanh', border: 'background' }, { activation: 'Tanh' }],
  ] as const)('a run kept with %j has the LeNet-5 of %j', (names, choices) => {
    expect(kept({ ...former, ...names })).toBe(writeNetwork(lenet5Network(choices)));
  });

  it('a link that names an activation alone means the article’s network with it', () => {
    const network = networkOfFormerLink(new URLSearchParams('activation=tanh&epochs=2'));
    expect(network).toBe(writeNetwork(lenet5Network({ activation: 'Tanh' })));
    expect(networkOfFormerLink(new URLSearchParams('epochs=2'))).toBeUndefined();
  });

  it('is written as links write it, and refused where it cannot be read', () => {
    expect(read({ network: '1x28X28~Linear_10' }).unusable).toEqual(['network']);
    expect(read({ network: '1x28x28~Linear_10~ReLU' }).settings?.network).toBe(
      '1x28x28~linear_10~relu',
    );
    expect(read({ network: 'lenet5' }).unusable).toEqual(['network']);
  });

  it('a recipe goes with any network', () => {
    const network = '1x28x28~linear_10';
    expect(recipeOf({ ...recipes.adam, network, seed: 9 })).toBe('adam');
  });
});
