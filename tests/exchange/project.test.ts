import { describe, expect, it } from 'vitest';
import { createDataset, imageSize } from '$lib/data';
import { examine, projectFiles, type ProjectRun } from '$lib/exchange';
import { modelFile } from '$lib/exchange/pytorch/model-file';
import { buildProblem, manualSeed, randperm } from '$lib/nn';
import { presets } from '$lib/network/presets';
import { readsDigits } from '$lib/data';
import {
  metadataOf,
  networkOfRun,
  parameterShapes,
  readSafetensors,
  recipes,
  ReferenceEngine,
  remarksOf,
  settingsIn,
  startingWeights,
  writeSafetensors,
  type Settings,
} from '$lib/training';

const settings: Settings = {
  ...recipes.mini,
  seed: 7,
  batchSize: 4,
  epochs: 2,
  network: '1x28x28~conv_2_k5_s3~relu~linear_10',
};
const network = networkOfRun(settings);

/** So many digits of noise. */
function digits(count: number) {
  const generator = manualSeed(count);
  const grey = () => generator.nextUint32() % 256;
  return createDataset(
    Uint8Array.from({ length: count * imageSize }, grey),
    Uint8Array.from({ length: count }, (_, i) => i % 10),
  );
}
const data = { train: digits(10), test: digits(6) };
const engine = () =>
  new ReferenceEngine({ network, data, normalize: settings.normalize, optimizer: 'sgd' });

describe('examine', () => {
  it('the order is that of a PyTorch script which builds the network first, epoch after epoch', () => {
    const { batches } = examine(settings, data, engine());
    const generator = manualSeed(settings.seed);
    startingWeights(settings, generator);
    const orders = [randperm(10, generator), randperm(10, generator)];
    expect(batches.order.map(({ length }) => length)).toEqual([4, 4, 2, 4, 4, 2]);
    expect(batches.order.flat()).toEqual(orders.flatMap((order) => [...order]));
    expect(batches.losses).toHaveLength(6);
  });

  it('tests the weights that are given, else the initial ones', () => {
    const fresh = examine(settings, data, engine());
    const zero = Object.fromEntries(
      Object.entries(fresh.initial).map(([name, { length }]) => [name, new Float64Array(length)]),
    );
    const { score, initial } = examine(settings, data, engine(), zero);
    expect(score.count).toBe(6);
    expect(score.loss).toBeCloseTo(Math.log(10), 6);
    expect(fresh.score.loss).not.toBeCloseTo(score.loss, 3);
    expect(initial).toEqual(startingWeights(settings, manualSeed(settings.seed)));
  });
});

describe('projectFiles', () => {
  const { initial, batches, score } = examine(settings, data, engine());
  const run: ProjectRun = {
    ...{ settings, network, initial, batches, score },
    weights: initial,
    digits: { train: 10, test: 6 },
    fingerprint: 'abc',
  };
  const files = projectFiles(run);
  const textOf = (name: string) => {
    const file = files[name];
    if (typeof file !== 'string') throw new Error(`${name} is no text`);
    return file;
  };

  it('run.json says what train.py reads: settings, normalisation, digits', () => {
    const said = JSON.parse(textOf('run.json')) as Record<string, unknown>;
    expect(said).toMatchObject({
      recipe: 'own',
      settings,
      normalization: { mean: 0.1307, std: 0.3081 },
      digits: { train: 10, test: 6 },
      result: { correct: score.correct, count: 6 },
    });
    for (const [, key] of textOf('train.py').matchAll(/settings\["(\w+)"\]/g)) {
      expect(settings).toHaveProperty(key);
    }
    for (const [, key] of textOf('train.py').matchAll(/run\["(\w+)"\]/g)) {
      expect(said).toHaveProperty(key);
    }
  });

  it('the files are these', () => {
    expect(Object.keys(files).toSorted()).toEqual([
      ...['README.md', 'compare.json', 'initial.safetensors', 'lenet5.ipynb', 'model.onnx'],
      ...['model.py', 'requirements.txt', 'run.json', 'train.py', 'weights.safetensors'],
    ]);
    for (const name of Object.keys(files)) {
      if (name !== 'README.md') expect(textOf('README.md')).toContain(name);
    }
  });

  it('the notebook is of version 4.5: each cell has an id of its own, and code has not been run', () => {
    const notebook = JSON.parse(textOf('lenet5.ipynb')) as {
      nbformat: number;
      nbformat_minor: number;
      cells: { cell_type: string; id: string; source: string[]; outputs?: unknown[] }[];
    };
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    const ids = notebook.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { cell_type, id, outputs, source } of notebook.cells) {
      expect(id).toMatch(/^[\w-]{1,64}$/);
      expect(outputs).toEqual(cell_type === 'code' ? [] : undefined);
      for (const line of source.slice(0, -1)) expect(line).toMatch(/\n$/);
    }
    expect(notebook.cells.map(({ source }) => source.join('')).join('\n')).toContain(
      textOf('model.py').trim(),
    );
  });

  it('train.py and model.py import torch and Python’s own modules alone', () => {
    const own = ['argparse', 'collections', 'gzip', 'json', 'model', 'os', 'pathlib', 'struct'];
    for (const name of ['train.py', 'model.py']) {
      const imports = [...textOf(name).matchAll(/^(?:from|import) (\w+)/gm)];
      expect(imports.length).toBeGreaterThan(1);
      for (const [, word] of imports) expect([...own, 'torch']).toContain(word);
    }
  });

  it('both weights files hold float32 and say which run they are of', () => {
    for (const name of ['weights.safetensors', 'initial.safetensors']) {
      const bytes = files[name];
      if (typeof bytes === 'string') throw new Error(`${name} is no bytes`);
      expect(settingsIn(remarksOf(bytes))).toEqual(settings);
      const { weights } = readSafetensors(bytes, network);
      for (const [key, values] of Object.entries(weights)) {
        expect([...values]).toEqual([...initial[key]].map(Math.fround));
      }
    }
  });
});

describe('model.py', () => {
  const trainable = presets.filter(
    ({ network }) => buildProblem(network) === undefined && readsDigits(network),
  );

  it.each(trainable)('$id: its modules have the names of the parameters', ({ network }) => {
    const text = modelFile(network);
    const top = [...parameterShapes(network).keys()].map((name) => name.split('.')[0]);
    for (const name of new Set(top)) expect(text.split(`            ("${name}", `)).toHaveLength(2);
  });
});

describe('metadata', () => {
  it('of LeNet-5 they name activation, pooling, border, normalisation, recipe and seed', () => {
    const settings = { ...recipes.oneCycle, seed: 3 };
    expect(metadataOf(settings, networkOfRun(settings))).toMatchObject({
      ...{ activation: 'ReLU', pooling: 'max', border: 'background' },
      ...{ normalize: 'article', recipe: 'oneCycle', seed: '3' },
    });
  });

  it('the settings of a file from before they held a network', () => {
    const { network, ...rest } = recipes.momentum;
    expect(network).toBeDefined();
    const former = JSON.stringify({ ...rest, activation: 'tanh', pooling: 'average' });
    const read = settingsIn({ settings: former, border: 'background' });
    expect(read?.network).toBe(
      '1x32x32~conv_6_k5~tanh~avg_k2~conv_16_k5~tanh~avg_k2~linear_120~tanh~linear_84~tanh~linear_10',
    );
  });

  it.each(['', '{', '[]', 'null', '7', '{"seed":-1}'])('settings of %j are none', (text) => {
    expect(settingsIn({ settings: text })).toBeUndefined();
    expect(settingsIn({})).toBeUndefined();
  });

  it('what is written is read again', () => {
    const weights = startingWeights(settings, manualSeed(1));
    const bytes = writeSafetensors({ weights }, metadataOf(settings, network), 'F32', network);
    expect(settingsIn(remarksOf(bytes))).toEqual(settings);
  });
});
