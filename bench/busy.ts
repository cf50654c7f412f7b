import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Contestant } from './contestant';
import { batchSize } from './rule';
import { median } from './table';

/** How many processes that only count run beside the training. */
const beside = [0, 4, 16];

/** Seconds of a turn: long enough that each process has had many turns of its own. */
const turnSeconds = 1;

const script = fileURLToPath(new URL('contestants/kernels.ts', import.meta.url));
const contestant = (threads: number, choice: readonly string[]) =>
  [
    process.execPath,
    '--import',
    'tsx',
    script,
    String(threads),
    'modern',
    'auto',
    ...choice,
  ] as const;

/** Who is compared: a fixed number of threads, and what the page does. */
const entries = [
  { name: '1 thread', command: contestant(1, ['fixed']) },
  { name: '2 threads', command: contestant(2, ['fixed']) },
  { name: 'as many as are the fastest', command: contestant(2, []) },
] as const;

/** Digits a second of each entry, in each round, with so many busy processes beside it. */
export interface BusyRow {
  readonly busy: number;
  readonly speeds: readonly (readonly number[])[];
}

/** Does something while so many processes count. */
async function whileBusy<T>(count: number, act: () => Promise<T>): Promise<T> {
  const processes: ChildProcess[] = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  try {
    return await act();
  } finally {
    processes.forEach((each) => each.kill('SIGKILL'));
  }
}

/** Trains LeNet-5 in turns beside 0, 4 and 16 busy processes, so many rounds each. */
export async function takeBusyRounds(
  rounds: number,
  say: (line: string) => void,
): Promise<BusyRow[]> {
  const started = await Promise.all(
    entries.map(({ name, command }) => Contestant.start(name, command)),
  );
  const runners = started.filter((each) => each !== undefined);
  if (runners.length < entries.length) throw new Error('bench: the kernels do not run here');
  const rows: BusyRow[] = [];
  for (const busy of beside) {
    rows.push(
      await whileBusy(busy, async () => {
        const speeds: number[][] = runners.map(() => []);
        const steps: number[] = [];
        for (const runner of runners) {
          await runner.turn(20);
          steps.push(Math.max(20, Math.round((20 * turnSeconds) / (await runner.turn(20)))));
        }
        for (let round = 0; round < rounds; round++) {
          for (const [i, runner] of runners.entries()) {
            speeds[i].push((steps[i] * batchSize) / (await runner.turn(steps[i])));
          }
        }
        say(
          `beside ${busy} busy processes: ${speeds.map((each) => Math.round(median(each))).join(', ')}`,
        );
        return { busy, speeds };
      }),
    );
  }
  runners.forEach((runner) => runner.close());
  return rows;
}

/** What is chosen while running as a share of the better fixed number: the middle of the rounds' ratios. */
function shareOf([one, two, chosen]: BusyRow['speeds']): number {
  const better = median(one) > median(two) ? one : two;
  return median(chosen.map((speed, round) => speed / better[round]));
}

/** The table of the medians. */
export function busyTable(rows: readonly BusyRow[]): string {
  const digits = (value: number) =>
    value.toLocaleString('en-US', { maximumSignificantDigits: 3, useGrouping: true });
  return [
    `| digits a second beside busy processes | ${entries.map(({ name }) => name).join(' | ')} | of the better fixed |`,
    `| --- |${' ---: |'.repeat(entries.length + 1)}`,
    ...rows.map(
      ({ busy, speeds }) =>
        `| ${busy} | ${speeds.map((each) => digits(median(each))).join(' | ')} | ${shareOf(speeds).toFixed(2)} |`,
    ),
  ].join('\n');
}
