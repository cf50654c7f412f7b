import { StuckError } from '$lib/kernels';
import type { PackName, Split } from '$lib/data';
import type { Checkpoint } from './checkpoint';
import type { CreatedEngine } from './create-engine';
import { LoadError } from '$lib/ui/load/problem';
import type { LoadProgress } from './dataset-loader';
import type { Engine } from './engine';
import { beginning } from './beginning';
import { historyAt, type History } from './history';
import { Keeper } from './keeper';
import { prepare } from './prepare';
import type { Command } from './protocol';
import { Run, type RunOptions } from './run';
import { storeProblemOf, type RunStore } from './run-store';
import type { RunTabs } from './run-tabs';
import { beginningParameters } from './feature-maps';
import { networkOfRun, type Settings } from './settings';
import { parameterShapes } from './weights';
import { Watch } from './watch';

/** What a session needs from its worker, or from a test. */
export interface SessionOptions extends Pick<RunOptions, 'now' | 'pause'> {
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
  readonly store: RunStore;
  readonly tabs: Pick<RunTabs, 'take'>;
  /** Names one who keeps a run, as no other is called. */
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly date: () => number;
}

type Opening = Extract<Command, { type: 'start' | 'resume' }>;

const isOpening = (command: Command): command is Opening =>
  command.type === 'start' || command.type === 'resume';

/** What a run begins from, or is taken up from. */
interface Origin {
  readonly settings: Settings;
  readonly startedAt: number;
  readonly history: History;
  readonly checkpoint?: Checkpoint;
}

/** The first of these parameters that is the kernels of a convolution, `[maps, channels, height, width]`. */
function kernelsAmong(names: readonly string[], settings: Settings): RunOptions['firstKernels'] {
  const shapes = parameterShapes(networkOfRun(settings));
  return names
    .map((name) => ({ name, shape: shapes.get(name) ?? [] }))
    .find(({ name, shape }) => name.endsWith('.weight') && shape.length === 4);
}

/** Reports to the page, under the question that opened the run. */
type Post = RunOptions['post'];

/** A run, and the engine that is to be closed after it. */
interface Current {
  readonly run: Run;
  readonly engine: Engine;
}

/**
 * The worker's side of the conversation: loads the digits, owns the run, and reports. Returns the
 * function to call with each command and with what carries reports to whoever sent it; it never
 * rejects, what goes wrong is reported. What a run says after another has replaced it goes to the
 * sender of its own command, who drops it.
 */
export function createSession(
  options: SessionOptions,
): (command: Command, post: Post) => Promise<void> {
  const { store } = options;
  const watch = new Watch();
  let latest: Opening | undefined;
  let current: Current | undefined;
  /** Gives the run up that this tab has taken. */
  let letGo: (() => void) | undefined;

  function drop(): void {
    current?.run.stop();
    current?.engine.close();
    current = undefined;
    letGo?.();
    letGo = undefined;
  }

  /** Takes the run for this tab, until it is dropped; false where another tab has it, or it was replaced. */
  async function take(opening: Opening, post: Post): Promise<boolean> {
    const taken = await options.tabs.take(opening.id);
    if (latest !== opening) taken?.();
    else if (taken) letGo = taken;
    else post({ type: 'resume-failed', problem: 'taken' });
    return latest === opening && taken !== undefined;
  }

  async function originOf(
    opening: Opening,
    keeper: string,
    post: Post,
  ): Promise<Origin | undefined> {
    if (opening.type === 'start') {
      const { settings } = opening;
      return { settings, startedAt: options.date(), history: beginning(settings) };
    }
    let kept;
    try {
      kept = await store.load(opening.id, keeper);
    } catch (error) {
      post({ type: 'resume-failed', problem: storeProblemOf(error) });
      return undefined;
    }
    const { record, checkpoint } = kept;
    const { settings, startedAt } = record;
    // A run that ran away, or whose last save failed, had got further than its checkpoint.
    const history = historyAt(record.history, checkpoint.position);
    return { settings, startedAt, history, checkpoint };
  }

  async function open(opening: Opening, post: Post): Promise<void> {
    drop();
    latest = opening;
    if (!(await take(opening, post))) return;
    const name = options.newId();
    const origin = await originOf(opening, name, post);
    if (latest !== opening) return;
    if (!origin) return drop();
    const { settings, startedAt, history, checkpoint } = origin;
    const data = await options.load(settings.data, opening.base, (progress) =>
      post({ type: 'loading', ...progress }),
    );
    if (latest !== opening) return;
    const { engine, kind, limit } = await options.createEngine(settings, data, opening.workers);
    if (latest !== opening) return engine.close();

    const trainer = prepare(settings, data, engine, checkpoint);
    const crew = { engine: kind, workers: engine.workers, limit };
    post({ type: 'started', settings, history, crew });
    const { id, pace } = opening;
    const keptStep = checkpoint?.position.step;
    if (keptStep !== undefined) post({ type: 'kept', step: keptStep });
    const isKept = opening.type === 'resume' || opening.keep !== false;
    const keeper = isKept
      ? new Keeper({ id, name, startedAt, keptStep, store, engine, trainer, post })
      : undefined;
    const looked = beginningParameters(networkOfRun(settings));
    const firstKernels = kernelsAmong(looked, settings);
    const onlook = () => watch.look(settings, engine, post);
    const run = new Run({
      ...{ ...options, engine, trainer, pace, looked, history, keeper, post },
      ...{ firstKernels, onlook },
    });
    current = { run, engine };
    if (opening.type === 'resume' && opening.change) run.change(opening.change);
    await run.go();
  }

  async function obey(command: Command, post: Post): Promise<void> {
    switch (command.type) {
      case 'start':
      case 'resume':
        return open(command, post);
      case 'stop':
        return current?.run.stop();
      case 'continue':
        return current?.run.go();
      case 'step':
        return current?.run.step();
      case 'test':
        return current?.run.test();
      case 'watch':
        watch.begin(command.pixels, command.settings, post);
        return current?.run.show();
      case 'pace':
        return current?.run.setPace(command.pace);
      case 'change': {
        const { lr, momentum, weightDecay } = command;
        return current?.run.change({ lr, momentum, weightDecay });
      }
    }
  }

  return async (command, post) => {
    try {
      await obey(command, post);
    } catch (error) {
      // What goes wrong with a run that has been replaced is no matter of the run that replaced it.
      if (isOpening(command) && command !== latest) return;
      drop();
      if (error instanceof LoadError) return post({ type: 'load-failed', problem: error.problem });
      if (error instanceof StuckError) return post({ type: 'stuck' });
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
