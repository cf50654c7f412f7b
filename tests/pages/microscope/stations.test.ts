import { describe, expect, test } from 'vitest';
import { readNetwork } from '$lib/network';
import { stepWords } from '$lib/pages/microscope/step-words';
import { networkSentence } from '$lib/views/network/network-sentence';
import { stepProblem } from '$lib/views/network/step-problem';
import { tensorWords } from '$lib/views/tensor/words';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import {
  answersOf,
  scoresLayer,
  stationMarks,
  stationsOf,
  stripParts,
  type StripPart,
} from '$lib/pages/microscope/stations';
import { presetNetwork } from '$lib/network/presets';
import { updateRule } from '$lib/views/stepping/update-rule';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { formatRef, parseRef, placeOf, referencesOf } from '$lib/nn';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

function openedAt(name: string): Microscope {
  const microscope = new Microscope(trace);
  microscope.openAfresh(parseRef(name)!);
  return microscope;
}

test('c3.output[7,2,4] is framed in the strip, and its window in each of the six maps of S2', () => {
  const marks = stationMarks(openedAt('c3.output[7,2,4]'));
  // C3's maps stand six in a row: map 7 is the second of the second row.
  expect(marks.get('c3')).toMatchObject([{ row: 10 + 2, column: 10 + 4, rows: 1, role: 'output' }]);
  // S2's stand three in a row, each 14 wide.
  const tops = [2, 2, 2, 16, 16, 16].map((row, map) => ({ row, column: 14 * (map % 3) + 4 }));
  expect(marks.get('s2')).toMatchObject(tops.map((at) => ({ ...at, rows: 5, role: 'input' })));
});

test('a pixel frames all that it touched in the maps of C1, before any step has made them', () => {
  const microscope = openedAt('input[0,10,12]');
  expect(stationMarks(microscope).get('c1')).toHaveLength(6);
  const [, c1] = stationsOf(microscope);
  expect(c1.values).toBeUndefined();
  microscope.toggleUses();
  expect(stationMarks(microscope).get('c1')).toEqual([]);
});

describe('a residual network', () => {
  const reading = readNetwork(
    '1x28x28~conv_4_k3_s2_p1~res(conv_4_k3_p1~relu~conv_4_k3_p1)~tanh~res(bn)(conv_4_k1)~gap~linear_10',
  );
  if (!reading.ok) throw new Error('unreadable');
  const { network } = reading;
  const built = freshNetwork(0, network);
  const traced = traceDigit({ pixels, label: 1 }, built, { description: network });
  const microscope = new Microscope(traced);

  test('its two ways lie above each other, an empty one too', () => {
    const drawn = stripParts(stationsOf(microscope));
    const names = (parts: readonly StripPart[]): unknown[] =>
      parts.map((part) =>
        part.kind === 'station'
          ? part.station.layer
          : { [part.block]: [names(part.body), names(part.shortcut)] },
      );
    expect(names(drawn)).toEqual([
      'input',
      'conv1',
      { block1: [['block1.conv1', 'block1.relu1', 'block1.conv2'], []] },
      'block1',
      'tanh1',
      { block2: [['block2.bn1'], ['block2.shortcut.conv1']] },
      'block2',
      'gap1',
    ]);
    expect(scoresLayer(traced)).toBe('fc1');
  });

  test('a number after the sum shows both that it was made of, in words', () => {
    microscope.openAfresh(parseRef('block1.output[2,5,6]')!);
    const { rule } = microscope.explanation;
    const read = referencesOf(rule).map(({ ref }) => formatRef(ref));
    expect(read).toEqual(['block1.conv2.output[2,5,6]', 'conv1.output[2,5,6]']);
    expect(tensorWords(placeOf(traced, 'block1.output'), 'en', traced)).toBe('sum of block1');
    expect(tensorWords(placeOf(traced, 'block2.shortcut.conv1.weight.grad'), 'en', traced)).toBe(
      'gradient: weights of block2.shortcut.conv1',
    );
    expect(stationMarks(microscope).get('block1.conv2')).toHaveLength(1);
  });

  test('every step has words and every tensor a shape', () => {
    for (const step of microscope.steps) {
      for (const locale of ['en', 'zh'] as const) {
        expect(stepWords(step, traced, 0, locale).title).not.toBe('');
      }
    }
  });
});

test.each([
  ['1x28x28~linear_10', undefined],
  ['1x20x28~linear_10', { code: 'input', would: [1, 28, 28] }],
  ['3x28x28~linear_10', { code: 'input', would: [1, 28, 28] }],
  ['1x28x28~linear_9', { code: 'scores', scores: 9 }],
  ['1x28x28~linear_10~mse', { code: 'loss' }],
  ['1x64x64~conv_1000_k3_p1~linear_10', { code: 'memory', layer: 'fc1' }],
  // A hundred million products: a worker does them.
  ['1x128x128~conv_64_k5_p2~max_k8~conv_64_k9~gap~linear_10', undefined],
])('%s: what is said before it is stepped through', (text, problem) => {
  const reading = readNetwork(text);
  if (!reading.ok) throw new Error('unreadable');
  const found = stepProblem(reading.network);
  if (problem) expect(found).toMatchObject(problem);
  else expect(found).toBeUndefined();
  for (const locale of ['en', 'zh'] as const) {
    if (found) expect(networkSentence(locale, found)).not.toBe('');
  }
});

test('the network of 1998: C3 says which maps it does not see, and the smallest distance answers', () => {
  const network = presetNetwork('lenet5-1998');
  const traced = traceDigit({ pixels, label: 1 }, freshNetwork(0, network), {
    description: network,
    normalize: 'paper',
    rule: updateRule('sdlm', 0.0005),
  });
  expect(answersOf(traced)).toEqual({ tensor: 'output.output', areDistances: true });
  expect(scoresLayer(traced)).toBe('output');
  const microscope = new Microscope(traced);
  const wordsAt = (name: string, channel: number) => {
    microscope.openAfresh(parseRef(name)!);
    return stepWords(microscope.step, traced, channel, 'en');
  };
  expect(wordsAt('c3.output[0,0,0]', 0)).toMatchObject({
    title: 'C3: map 0 looks at 3 maps, by the paper’s Table I',
    lead: expect.stringContaining('does not see maps 3, 4, 5'),
  });
  expect(wordsAt('c3.output[15,0,0]', 15).title).toContain('6 maps');
  expect(wordsAt('input[0,0,0]', 0).lead).toContain('−0.1');
  const phases = new Set(microscope.steps.map(({ phase }) => phase));
  expect([...phases]).toEqual(['forward', 'loss', 'backward', 'curvature', 'update']);
  expect(tensorWords(placeOf(traced, 'f6.weight.stepSize'), 'en', traced)).toBe(
    'step sizes: weights of F6',
  );
  expect(tensorWords(placeOf(traced, 'output.output'), 'en', traced)).toBe('distances');
});
