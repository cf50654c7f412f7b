import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allLayers,
  jOf,
  layerKinds,
  mostLayers,
  newTexts,
  notationProblem,
  readNetwork,
  readNotation,
  writeNetwork,
  writeNotation,
} from '$lib/network';

const residual = 'res(conv_8_k3_p1~relu~conv_8_k3_p1_init-zero)';

describe('networks', () => {
  it.each([
    '1x32x32~conv_6_k5~relu~max_k2~linear_10',
    `1x28x28~conv_8_k3_p1~${residual}~relu~gap~linear_10_nobias`,
    '3x9x7~res(conv_8_k1_s2)(conv_8_k3x5_s2_p1x2)~leakyrelu_a0.2~dropout_p0.25~bn',
    `1x8x8~res(${residual}~res(relu))~tanh`,
    '1x32x32~table_t01.12_k5~sub_k2_init-paper~rbf_10~map',
    '1x32x32~linear_84~rbf_10~map_j0.25',
    '1x32x32~linear_84~rbf_10',
    '2x20x20~up_4_k3_s2_p1_e1_d2_g2_init-identity~avg_k3_s2_p1_ceil~conv_8_k3_pfull_g2~linear_3~mse',
  ])('%s: there and back, through a link', (text) => {
    const reading = readNetwork(text);
    expect(reading).toMatchObject({ ok: true });
    if (!reading.ok) return;
    expect(writeNetwork(reading.network)).toBe(text);
    expect(JSON.parse(JSON.stringify(reading.network))).toEqual(reading.network);
    expect(encodeURIComponent(text)).toBe(text);
  });

  it('names: counted for each kind, unique, and by their block', () => {
    const reading = readNetwork(
      `1x8x8~conv_8_k3_p1~relu~${residual}~res(bn)(conv_8_k1)~relu~linear_9`,
    );
    const names = reading.ok ? allLayers(reading.network.layers).map(({ name }) => name) : [];
    expect(names).toEqual([
      'conv1',
      'relu1',
      'block1.conv1',
      'block1.relu1',
      'block1.conv2',
      'block1',
      'block2.bn1',
      'block2.shortcut.conv1',
      'block2',
      'relu2',
      'fc1',
    ]);
  });

  it.each([
    ['', { code: 'no-input', text: '' }],
    ['conv_6_k5~relu', { code: 'no-input', text: 'conv_6_k5' }],
    ['1x28~relu', { code: 'no-input', text: '1x28' }],
    ['1x28x28', { code: 'no-layers' }],
    ['1x28x28~', { code: 'no-layers' }],
    ['1x28x28~mse', { code: 'no-layers' }],
    ['1x28x28~map_j2', { code: 'no-layers' }],
    [`1x28x28${'~relu'.repeat(201)}`, { code: 'too-many-layers', most: 200 }],
    [`1x28x28~res(${'relu~'.repeat(200)}relu)`, { code: 'too-many-layers', most: 200 }],
    [
      `1x8x8~${'res('.repeat(5_000)}relu${')'.repeat(5_000)}`,
      { code: 'too-many-layers', most: 200 },
    ],
    ['1x8x8~relu~', { code: 'layer', place: 2, problem: { code: 'unknown-layer', word: '' } }],
    [
      '1x8x8~relu~cnv_6_k3',
      {
        code: 'layer',
        place: 2,
        text: 'cnv_6_k3',
        problem: { code: 'unknown-layer', word: 'cnv' },
        mend: '1x8x8~relu~conv_6_k3',
      },
    ],
    [
      '1x8x8~res(relu~cov_8_k3)',
      {
        code: 'layer',
        problem: { code: 'unknown-layer', word: 'cov' },
        mend: '1x8x8~res(relu~conv_8_k3)',
      },
    ],
    ['1x8x8~res(relu', { code: 'layer', problem: { code: 'brackets' }, mend: '1x8x8~res(relu)' }],
    ['1x8x8~res', { code: 'layer', problem: { code: 'brackets' } }],
    ['1x8x8~res(relu)(relu)(relu)', { code: 'layer', problem: { code: 'brackets' } }],
    ['1x8x8~res()', { code: 'layer', problem: { code: 'unknown-layer', word: '' } }],
    [
      '1x8x8~conv_8_kfoo',
      { code: 'layer', problem: { code: 'unreadable-value', word: 'conv', setting: 'kfoo' } },
    ],
    [
      '1x8x8~conv_8_init-none',
      { code: 'layer', problem: { code: 'unknown-setting', setting: 'init-none' } },
    ],
  ])('%s: says what is wrong', (text, problem) => {
    expect(readNetwork(text)).toMatchObject({ ok: false, problem });
  });

  it.each(['0', '-1', '', 'x', '1e999', 'nan', '1,5', '0x10'])(
    'the constant j of equation 9 is not “%s”',
    (text) => {
      const mend = '1x8x8~linear_84~rbf_10~map';
      expect(readNetwork(`${mend}_j${text}`)).toEqual({
        ok: false,
        problem: { code: 'constant', text, mend },
      });
    },
  );

  it('the loss: what the last layer asks for, unless it is named', () => {
    const lossOf = (text: string) => {
      const reading = readNetwork(`1x8x8~${text}`);
      return reading.ok && [reading.network.loss, jOf(reading.network)];
    };
    expect(lossOf('linear_10')).toEqual(['crossEntropy', 1]);
    expect(lossOf('linear_84~rbf_10')).toEqual(['mse', 1]);
    expect(lossOf('linear_84~rbf_10~mse')).toEqual(['mse', 1]);
    expect(lossOf('linear_84~rbf_10~MAP')).toEqual(['map', 1]);
    expect(lossOf('linear_84~rbf_10~map_j1')).toEqual(['map', 1]);
    expect(lossOf('linear_84~rbf_10~map_j1e-3')).toEqual(['map', 0.001]);
  });

  it('whatever is written, it is a network that comes back or a problem', () => {
    const piece = fc.constantFrom(
      'res(',
      ')',
      '(',
      '~',
      '1x8x8',
      'relu',
      'conv_8_k3',
      '_',
      'init-',
      'rbf_10',
      '~map',
      '_j2.5',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const reading = readNetwork(`1x8x8~${pieces.join('')}`);
        if (!reading.ok) return;
        expect(readNetwork(writeNetwork(reading.network))).toEqual(reading);
      }),
      { seed: 1998, numRuns: 2_000 },
    );
  });
});

describe('notation', () => {
  it('every kind of layer, as it begins, comes back as it was', () => {
    const layers = layerKinds.map(newTexts);
    expect(readNotation(writeNotation(layers))).toEqual({ layers, dropped: 0 });
  });

  it.each([
    ['conv_6_k40_s0_p-1', 'impossible numbers are kept, to be spoken about'],
    ['conv_6_k5x3_psame', 'a height and a width, padding by name'],
    ['table_t01.12.02_k5_nobias', 'a table'],
    ['max_k3_s2_ceil', 'a flag'],
  ])('%s: %s', (text) => {
    const { layers } = readNotation(text);
    expect(layers[0].kind).not.toBe('unreadable');
    expect(writeNotation(layers)).toBe(text);
  });

  it('what was shared comes back as it was shared, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        const text = parts.map((part) => part.replaceAll('~', '')).join('~');
        const { layers } = readNotation(text);
        const again = readNotation(writeNotation(layers)).layers;
        expect(again).toEqual(layers);
        for (const { kind, text } of layers) {
          expect(notationProblem(text) !== undefined).toBe(kind === 'unreadable');
        }
      }),
      { seed: 1998, numRuns: 500 },
    );
  });

  it('more layers than a link may have: the first ones, and how many are left out', () => {
    const text = Array(mostLayers + 2)
      .fill('relu')
      .join('~');
    const { layers, dropped } = readNotation(text);
    expect([layers.length, dropped]).toEqual([mostLayers, 2]);
  });
});
