import type { Split } from '$lib/data';
import { LoadError, type LoadProgress } from './dataset-loader';
import type { Engine } from './engine';
import type { Command, Report } from './protocol';
import { Run, type RunOptions } from './run';
import type { Settings } from './settings';
import type { Trainer } from './trainer';

/** What a session needs from its worker, or from a test. */
export interface SessionOptions extends Omit<RunOptions, 'engine' | 'trainer'> {
  readonly load: (base: string, onProgress: (progress: LoadProgress) => void) => Promise<Split>;
  /** An engine with its initial weights drawn, and a trainer to drive it. */
  readonly prepare: (settings: Settings, data: Split) => { engine: Engine; trainer: Trainer };
}

type Start = Extract<Command, { type: 'start' }>;

/**
 * The worker's side of the conversation: loads the digits, owns the run, and reports. Returns the
 * function to call with each command; it never rejects, what goes wrong is reported.
 */
export function createSession(options: SessionOptions): (command: Command) => Promise<void> {
  const { post } = options;
  let latest: Start | undefined;
  let run: Run | undefined;

  /** Reports for one start; what comes after another start has replaced it is dropped. */
  const postFor = (start: Start) => (report: Report) => {
    if (latest === start) post(report);
  };

  async function load(start: Start): Promise<Split | undefined> {
    try {
      return await options.load(start.base, (progress) =>
        postFor(start)({ type: 'loading', ...progress }),
      );
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      postFor(start)({ type: 'load-failed', problem: error.problem });
    }
  }

  async function begin(start: Start): Promise<void> {
    run?.stop();
    run = undefined;
    latest = start;
    const data = await load(start);
    if (!data || latest !== start) return;
    const { engine, trainer } = options.prepare(start.settings, data);
    post({
      type: 'started',
      trainCount: data.train.count,
      testCount: data.test.count,
      stepsPerEpoch: trainer.stepsPerEpoch,
      totalSteps: trainer.totalSteps,
    });
    run = new Run({ ...options, engine, trainer, post: postFor(start) });
    await run.go();
  }

  async function obey(command: Command): Promise<void> {
    switch (command.type) {
      case 'start':
        return begin(command);
      case 'stop':
        return run?.stop();
      case 'continue':
        return run?.go();
      case 'ping':
        return post({ type: 'alive' });
    }
  }

  return async (command) => {
    try {
      await obey(command);
    } catch (error) {
      run = undefined;
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
