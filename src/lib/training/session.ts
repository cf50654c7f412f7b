import type { PackName, Split } from '$lib/data';
import type { CreatedEngine } from './create-engine';
import { stepsPerPoint } from './curve-points';
import { LoadError, type LoadProgress } from './dataset-loader';
import type { Engine } from './engine';
import { prepare } from './prepare';
import type { Command, Report } from './protocol';
import { Run, type RunOptions } from './run';
import type { Settings } from './settings';

/** What a session needs from its worker, or from a test. */
export interface SessionOptions extends Pick<RunOptions, 'post' | 'now' | 'pause'> {
  readonly load: (
    pack: PackName,
    base: string,
    onProgress: (progress: LoadProgress) => void,
  ) => Promise<Split>;
  readonly createEngine: (
    settings: Settings,
    data: Split,
    workers: number,
  ) => Promise<CreatedEngine>;
}

type Start = Extract<Command, { type: 'start' }>;

/** A run, and the engine that is to be closed after it. */
interface Current {
  readonly run: Run;
  readonly engine: Engine;
}

/**
 * The worker's side of the conversation: loads the digits, owns the run, and reports. Returns the
 * function to call with each command; it never rejects, what goes wrong is reported.
 */
export function createSession(options: SessionOptions): (command: Command) => Promise<void> {
  const { post } = options;
  let latest: Start | undefined;
  let current: Current | undefined;

  /** Reports for one start; what comes after another start has replaced it is dropped. */
  const postFor = (start: Start) => (report: Report) => {
    if (latest === start) post(report);
  };

  function drop(): void {
    current?.run.stop();
    current?.engine.close();
    current = undefined;
  }

  async function load({ settings, base }: Start, tell: typeof post): Promise<Split | undefined> {
    try {
      return await options.load(settings.data, base, (progress) =>
        tell({ type: 'loading', ...progress }),
      );
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      tell({ type: 'load-failed', problem: error.problem });
    }
  }

  async function begin(start: Start): Promise<void> {
    drop();
    latest = start;
    const { settings, pace } = start;
    const tell = postFor(start);
    const data = await load(start, tell);
    if (!data || latest !== start) return;
    const { engine, kind, limit } = await options.createEngine(settings, data, start.workers);
    if (latest !== start) return engine.close();

    const trainer = prepare(settings, data, engine);
    const { stepsPerEpoch, totalSteps } = trainer;
    post({
      type: 'started',
      trainCount: data.train.count,
      testCount: data.test.count,
      stepsPerEpoch,
      totalSteps,
      stepsPerPoint: stepsPerPoint(totalSteps),
      engine: kind,
      workers: engine.workers,
      limit,
    });
    const run = new Run({ ...options, engine, trainer, pace, post: tell });
    current = { run, engine };
    await run.go();
  }

  async function obey(command: Command): Promise<void> {
    switch (command.type) {
      case 'start':
        return begin(command);
      case 'stop':
        return current?.run.stop();
      case 'continue':
        return current?.run.go();
      case 'step':
        return current?.run.step();
      case 'pace':
        return current?.run.setPace(command.pace);
      case 'change': {
        const { lr, momentum, weightDecay } = command;
        return current?.run.change({ lr, momentum, weightDecay });
      }
      case 'ping':
        return post({ type: 'alive' });
    }
  }

  return async (command) => {
    try {
      await obey(command);
    } catch (error) {
      drop();
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
