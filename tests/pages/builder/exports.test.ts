import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureLayers, measureNetwork } from '$lib/arithmetic';
import { readNetwork, type Network, type Shape } from '$lib/network';
import { presets } from '$lib/network/presets';
import { toPytorch } from '$lib/exchange/pytorch/sequential';
import { toCsv, toLatex, toMarkdown } from '$lib/pages/builder/table';
import { layersOf } from './layers-of';

const golden = 'tests/golden/networks';
const measure = (notation: string, input: Shape) => measureLayers(layersOf(notation), input);

/** What PyTorch made of the exported files: written by `tests/golden/networks.py`. */
const built = JSON.parse(readFileSync(`${golden}.json`, 'utf8')) as Record<
  string,
  { parameters: number; output: number[] }
>;

const everyKind = readNetwork(
  '4x20x17~conv_8_k3x5_s2x1_pfull_d2_g2_nobias~bn~sigmoid~up_6_k3_s2_p1_e1_g2~avg_k3_s2_p1_ceil~max_k2_s1_d2~conv_5_k2_psame~tanh~linear_30_nobias~up_4_k2~linear_7~softmax',
);

describe('toPytorch', () => {
  const networks: (readonly [string, Network])[] = presets.map(({ id, network }) => [id, network]);
  if (everyKind.ok) networks.push(['every-kind', everyKind.network]);

  it.each(networks)(
    '%s: the file that PyTorch was given, and what it built',
    async (id, description) => {
      const network = measureNetwork(description);
      expect(network.broken).toBeUndefined();
      await expect(toPytorch(network.steps)).toMatchFileSnapshot(`../../golden/networks/${id}.py`);
      const [channels, height, width] = network.steps.at(-1)!.measure.output;
      const { parameters, output } = built[id];
      expect(parameters).toBe(network.totals.parameters);
      expect(output).toEqual(height === 1 && width === 1 ? [channels] : [channels, height, width]);
    },
  );
});

describe('how digits are prepared', () => {
  const exported = (input: Shape) => toPytorch(measure('linear_10', input).steps);

  it.each([
    [[1, 32, 32], 'Pad(2)'],
    [[1, 33, 30], 'Pad((1, 2, 1, 3))'],
    [[1, 64, 28], 'Pad((0, 18, 0, 18))'],
  ] as const)('%j: %s before it is normalised', (input, pad) => {
    const text = exported(input);
    const [padded, converted, normalized] = ['Pad', 'ToTensor', 'Normalize'].map((step) =>
      text.indexOf(`transforms.${step}(`),
    );
    expect(text).toContain(`transforms.${pad},`);
    expect(padded).toBeLessThan(converted);
    expect(converted).toBeLessThan(normalized);
    expect(text).toContain('Normalize((0.1307,), (0.3081,))');
  });

  it('no border round a digit that is read as it is; nothing where digits have no place', () => {
    expect(exported([1, 28, 28])).toMatch(/Compose\(\[\n {4}transforms.ToTensor/);
    for (const input of [
      [3, 32, 32],
      [1, 27, 28],
    ] as const) {
      expect(exported(input)).not.toContain('torchvision');
    }
  });
});

describe('a network that breaks', () => {
  it('says so before the code that goes as far as it does', () => {
    const { steps } = measure('conv_6_k5', [1, 28, 28]);
    expect(toPytorch(steps, 'breaks at 2 Convolution:\ntoo large').split('\n').slice(0, 2)).toEqual(
      ['# breaks at 2 Convolution: too large', ''],
    );
  });
});

describe('tables', () => {
  const heads = {
    layer: 'layer',
    kind: 'kind',
    settings: 'settings',
    output: 'output',
    parameters: 'parameters',
    connections: 'connections',
    multiplyAdds: 'multiply-adds',
    bytes: 'bytes',
    receptiveField: 'receptive field',
  };
  const network = measure('conv_6_k5_p2~max_k2', [1, 28, 28]);

  it('CSV, with quotes where a comma stands in a name', () => {
    expect(toCsv(network, ['C1, a convolution', 'S2'], heads, 'total')).toBe(
      [
        'layer,kind,settings,output,parameters,connections,multiply-adds,bytes,receptive field',
        '"C1, a convolution",conv,out=6 kernel=5 stride=1 padding=2 dilation=1 groups=1 bias,6×28×28,156,122304,117600,19440,5',
        'S2,maxPool,kernel=2 stride=2 padding=0 dilation=1,6×14×14,0,4704,0,4704,6',
        'total,,,,156,127008,117600,24144,',
        '',
      ].join('\n'),
    );
  });

  it('the bytes of all layers together are the sum, inside residual blocks too', () => {
    for (const { network } of presets) {
      const lines = toCsv(measureNetwork(network), [], heads, 'total').trim().split('\n');
      const bytes = lines.slice(1).map((line) => Number(line.split(',').at(-2)));
      const sum = bytes.pop();
      expect(bytes.reduce((total, each) => total + each, 0)).toBe(sum);
    }
  });

  it('where the network breaks is the last line', () => {
    const broken = toCsv(network, ['C1', 'S2'], heads, 'total', 'breaks at C3, too large');
    expect(broken.trim().split('\n').at(-1)).toBe('"breaks at C3, too large",,,,,,,,');
    const table = toMarkdown(network, ['C1', 'S2'], heads, 'total', 'breaks');
    expect(table.trim().split('\n').at(-1)).toBe('| breaks |  |  |  |  |  |  |  |  |');
  });

  it('Markdown', () => {
    expect(toMarkdown(network, ['C1', 'S2'], heads, 'total').split('\n').slice(0, 3)).toEqual([
      '| layer | kind | settings | output | parameters | connections | multiply-adds | bytes | receptive field |',
      '| :-- | :-- | :-- | :-- | --: | --: | --: | --: | --: |',
      '| C1 | conv | out=6 kernel=5 stride=1 padding=2 dilation=1 groups=1 bias | 6×28×28 | 156 | 122304 | 117600 | 19440 | 5 |',
    ]);
  });

  it('an activation says which it is, and LeakyReLU its slope', () => {
    const table = toCsv(measure('tanh~leakyrelu_a0.2', [1, 8, 8]), ['a', 'b'], heads, 'total');
    expect(table).toContain('\na,Tanh,,1×8×8');
    expect(table).toContain('\nb,LeakyReLU,slope=0.2,1×8×8');
  });

  it('LaTeX: letters that mean something to it are written out', () => {
    const lines = toLatex(network, ['C_1 & 50%', 'S2'], heads, 'total').split('\n');
    expect(lines[0]).toBe('\\begin{tabular}{llllrrrrr}');
    expect(lines[4]).toContain('C\\_1 \\& 50\\% & conv & out=6');
    expect(lines[4]).toContain('6$\\times$28$\\times$28');
    for (const line of lines.slice(4, 7)) expect(line.match(/(?<!\\)&/g)).toHaveLength(8);
  });
});
