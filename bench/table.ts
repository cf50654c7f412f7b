import { cpus } from 'node:os';
import { benchNetworks, type BenchNetwork } from './networks';
import type { Measured } from './rounds';

/** The middle value; of two middle ones, the smaller. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** PyTorch at its best on a network: with the number of threads that makes it faster. */
export function bestPyTorch(all: readonly Measured[], network: string): Measured | undefined {
  return all
    .filter((each) => each.isPyTorch && each.network === network)
    .sort((a, b) => median(a.rounds) - median(b.rounds))[0];
}

/** How many times as fast as another: the middle of the ratios round by round. */
export function timesAsFast(one: Measured, other: Measured): number {
  const rounds = Math.min(one.rounds.length, other.rounds.length);
  return median(Array.from({ length: rounds }, (_, i) => other.rounds[i] / one.rounds[i]));
}

const micro = (value: number) =>
  value < 100
    ? value.toFixed(1)
    : value.toLocaleString('en-US', { maximumSignificantDigits: 3, useGrouping: true });

function tableOf(all: readonly Measured[], network: BenchNetwork): string[] {
  const pytorch = bestPyTorch(all, network);
  return [
    `| ${benchNetworks[network].title} | best, µs a sample | median, µs a sample | against PyTorch’s best |`,
    '| --- | ---: | ---: | ---: |',
    ...all
      .filter((each) => each.network === network)
      .map((each) => {
        const ratio = pytorch ? `${timesAsFast(each, pytorch).toPrecision(2)} ×` : '–';
        const [best, middle] = [Math.min(...each.rounds), median(each.rounds)];
        return `| ${each.name} | ${micro(best)} | ${micro(middle)} | ${ratio} |`;
      }),
  ];
}

/** The tables, and under them what they were measured on and when. */
export function report(all: readonly Measured[], notes: readonly string[], date: Date): string {
  const [{ model }] = cpus();
  return [
    ...Object.keys(benchNetworks)
      .filter((network) => all.some((each) => each.network === network))
      .flatMap((network) => [...tableOf(all, network as BenchNetwork), '']),
    ...notes,
    '',
    `Measured on ${date.toISOString().slice(0, 10)}, ${model}, ${cpus().length} cores, Node ${process.versions.node}: one run, all in turns, the same batches of 64, SGD with momentum; ratios are medians of those round by round.`,
  ].join('\n');
}

/** A text with what stands between the marks `<!-- bench -->` and `<!-- /bench -->` replaced. Throws without them. */
export function withReport(text: string, tables: string): string {
  const marked = /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/;
  if (!marked.test(text)) throw new Error('no marks <!-- bench --> and <!-- /bench -->');
  return text.replace(marked, (_, begin: string, end: string) => `${begin}\n${tables}\n\n${end}`);
}
