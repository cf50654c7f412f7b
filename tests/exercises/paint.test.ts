import { describe, expect, test } from 'vitest';
import { paintRules, paintSlips, taskOf, type PaintRuleName } from '$lib/exercises';
import { paint } from '$lib/views/exercise/words/paint';
import { litBy, type Picture } from '$lib/exercises/paint/pictures';
import { conv2d, tensor } from '$lib/nn';

const kernels = {
  zeros: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  blur: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  negative: [-1, -1, -1, -1, -1, -1, -1, -1, -1],
  top: [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  thinTop: [0, 0, 0, -1, -1, -1, 1, 1, 1],
  narrowTop: [0, -1, 0, 0, 0, 0, 0, 1, 0],
  bottom: [1, 1, 1, 0, 0, 0, -1, -1, -1],
  left: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  diagonal: [-1, -1, 0, -1, 0, 1, 0, 1, 1],
};
const judge = (rule: PaintRuleName, kernel: readonly number[], seed: number) =>
  taskOf({ kind: 'paint', rule, items: [] }, seed).judge(kernel.map(String));

describe('a kernel for the top edge', () => {
  test.each([
    ['top', { is: 'right' }],
    ['thinTop', { is: 'right' }],
    ['narrowTop', { is: 'right' }],
    ['zeros', { is: 'slip', slip: 'dark' }],
    ['negative', { is: 'slip', slip: 'dark' }],
    ['blur', { is: 'slip', slip: 'ink' }],
    ['bottom', { is: 'slip', slip: 'opposite' }],
    ['left', { is: 'slip', slip: 'turned' }],
    ['diagonal', { is: 'slip', slip: 'more' }],
  ] as const)('painted as %s is %j', (name, verdict) => {
    for (let seed = 0; seed < 40; seed++) {
      expect(judge('top-edge', kernels[name], seed)).toEqual(verdict);
    }
  });

  test('is not to be read where it has other than nine weights', () => {
    expect(judge('top-edge', [1, 2], 1)).toEqual({ is: 'unread' });
  });
});

test.each(Object.keys(paintRules) as PaintRuleName[])('%s has its kernel and its words', (name) => {
  const task = taskOf({ kind: 'paint', rule: name, items: [] }, 3);
  expect(task.judge(task.right)).toEqual({ is: 'right' });
  expect(task.judge(task.blank)).toEqual({ is: 'slip', slip: 'dark' });
  const names = [...paintSlips, 'hint1', 'hint2', 'solution'].sort();
  expect(Object.keys(paint[name].en).sort()).toEqual(names);
  expect(Object.keys(paint[name].zh).sort()).toEqual(names);
});

test('a picture is run as the reference convolution and the ReLU run it', () => {
  const picture: Picture = taskOf({ kind: 'paint', rule: 'top-edge', items: [] }, 5).picture!;
  for (const kernel of Object.values(kernels)) {
    const { data } = conv2d(
      tensor([1, 1, picture.side, picture.side], picture.values),
      tensor([1, 1, 3, 3], kernel),
      tensor([1], [0]),
    );
    expect(litBy(kernel, picture)).toEqual(Array.from(data, (value) => Math.max(0, value) + 0));
  }
});
