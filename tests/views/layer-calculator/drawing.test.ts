import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '$lib/views/layer-calculator/answer';
import {
  drawingOf,
  extent,
  largestDrawn,
  type DrawnAxis,
  type Drawing,
} from '$lib/views/layer-calculator/drawing/geometry';
import { groundSentence, placeSentence } from '$lib/views/layer-calculator/drawing/sentence';
import { defaultSettings, type LayerKind } from '$lib/views/layer-calculator/form/settings';
import { begun } from './begun';

function draw(kind: LayerKind, changes: object = {}): Drawing {
  const result = answer({ ...begun[kind], ...changes });
  const drawing = result.kind === 'layer' ? drawingOf(result) : undefined;
  if (!drawing || drawing === 'too-large') throw new Error('nothing to draw');
  return drawing;
}

describe('drawingOf', () => {
  it('where the form begins, C1: a ground of 32 without a margin, 28 places', () => {
    const { columns } = draw('conv', defaultSettings.conv);
    expect([columns.before, columns.ground, columns.after, columns.places]).toEqual([0, 32, 0, 28]);
  });

  it('a digit padded by 2: a ground of 28 in a margin of 2, 28 places', () => {
    const { columns, spreads } = draw('conv');
    expect([columns.before, columns.ground, columns.after, columns.places]).toEqual([2, 28, 2, 28]);
    expect(extent(columns)).toBe(32);
    expect(spreads).toBe(false);
  });

  it('the odd pixel of `same` padding comes after', () => {
    const { rows } = draw('conv', { kernel: '4', padding: 'same' });
    expect([rows.before, rows.after]).toEqual([1, 2]);
  });

  it('ceil_mode: the last window reaches past the edge, and that is drawn', () => {
    const { rows } = draw('pool', { input: '5', ceilMode: true });
    expect([rows.ground, rows.after, rows.places]).toEqual([5, 1, 3]);
  });

  it('stride 3 leaves two columns untouched', () => {
    expect(draw('conv', { padding: '0', stride: '3' }).columns.untouched).toEqual([26, 27]);
  });

  it('a transposed convolution lies on its output; what padding cuts off is margin', () => {
    const { rows, spreads } = draw('transposed', {
      input: '4',
      kernel: '3',
      stride: '2',
      padding: '1',
    });
    expect(spreads).toBe(true);
    expect([rows.before, rows.ground, rows.after, rows.places]).toEqual([1, 7, 1, 4]);
    expect(rows.tapsAt(3).map(({ input }) => input)).toEqual([5, 6, 7]);
    expect(rows.placesOver(5)).toEqual([
      { place: 2, tap: 2 },
      { place: 3, tap: 0 },
    ]);
  });

  it('a transposed convolution with output padding: the last column lies under no input', () => {
    const { columns } = draw('transposed', { kernel: '2', stride: '3', outputPadding: '1' });
    expect(columns.untouched.at(-1)).toBe(columns.ground - 1);
  });

  it('a fully connected layer has no window, and a photograph is too large', () => {
    const linear = answer(defaultSettings.linear);
    expect(linear.kind === 'layer' && drawingOf(linear)).toBeUndefined();
    const photograph = answer({ ...defaultSettings.conv, input: '1000' });
    expect(photograph.kind === 'layer' && drawingOf(photograph)).toBe('too-large');
  });

  it('whatever the fields hold, no more is built than can be looked at', () => {
    const built = ({ rows, columns }: Drawing) =>
      Math.max(
        ...[rows, columns].flatMap((axis: DrawnAxis) => [
          extent(axis),
          axis.places,
          axis.kernel,
          axis.untouched.length,
          axis.tapsAt(0).length,
        ]),
      );
    const size = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 1_000_000 }));
    const texts = fc.record({
      kind: fc.constantFrom<LayerKind>('conv', 'pool', 'average', 'subsample', 'transposed'),
      input: size,
      kernel: size,
      stride: size,
      padding: size,
      dilation: size,
    });
    fc.assert(
      fc.property(texts, ({ kind, ...numbers }) => {
        const typed = Object.entries(numbers).map(([name, value]) => [name, String(value)]);
        const result = answer({ ...defaultSettings[kind], ...Object.fromEntries(typed) });
        if (result.kind !== 'layer') return;
        const drawing = drawingOf(result);
        if (!drawing || drawing === 'too-large') return;
        expect(built(drawing)).toBeLessThanOrEqual(largestDrawn);
      }),
      {
        seed: 1998,
        numRuns: 500,
        examples: [
          [{ kind: 'conv', input: 5000, kernel: 3000, stride: 1, padding: 1000, dilation: 1 }],
          [{ kind: 'pool', input: 1e6, kernel: 5e5, stride: 1, padding: 2, dilation: 1 }],
          [{ kind: 'transposed', input: 1e5, kernel: 2, stride: 7, padding: 0, dilation: 1 }],
        ],
      },
    );
  });
});

describe('the sentence below the drawing', () => {
  it('at a corner, with padding', () => {
    expect(placeSentence('en', draw('conv'), { row: 0, column: 0 })).toBe(
      'Output 0, 0 reads rows −2 … 2 and columns −2 … 2 of the input. 16 of them are padding.',
    );
  });

  it('with dilation', () => {
    const drawing = draw('conv', { kernel: '2', dilation: '3', padding: '0' });
    expect(placeSentence('en', drawing, { row: 1, column: 2 })).toBe(
      'Output 1, 2 reads rows 1, 4 and columns 2, 5 of the input.',
    );
  });

  it.each([
    [{ row: 14, column: 14 }, 'Input 14, 14 is read by 25 outputs, by each with another weight.'],
    [{ row: 0, column: 0 }, 'Input 0, 0 is read by 9 outputs, by each with another weight.'],
    [{ row: -1, column: 3 }, 'row -1, column 3: padding'],
  ])('input %j', (at, sentence) => {
    expect(groundSentence('en', draw('conv'), at)).toBe(sentence);
  });

  it('an input that no window reads', () => {
    const drawing = draw('conv', { padding: '0', stride: '3' });
    expect(groundSentence('en', drawing, { row: 27, column: 0 })).toBe(
      'Input 27, 0 is read by no window.',
    );
  });
});
