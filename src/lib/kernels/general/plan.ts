import { allLayers, type Network } from '$lib/network';
import { Arena, type Place } from './arena';
import type { OptimizerName } from '../contract';
import { curvatureProblem } from '../curvature-problem';
import { compile } from './compile';
import { curvatureProgram, stepProgram, type SquaredWeights } from './curvature';
import * as f from './fields';
import { planParameters, type ParameterPlan } from './parameters';
import { measured, PlanError, withInner } from './problem';
import { Writer, type Description, type Entry } from './writer';

/** A network as the compiled kernels run it: what to write into their memory, and where things stand. */
export interface Plan {
  /** Words to write before the first job, each list at an address. */
  readonly words: readonly { readonly address: number; readonly values: readonly number[] }[];
  /** The first address that is free: the data may stand there. */
  readonly end: number;
  /** The most samples in a job. */
  readonly capacity: number;
  /** Whether a batch has to go through in one job: what is normalised by it is known only then. */
  readonly needsWholeBatch: boolean;
  readonly parameters: ParameterPlan;
  readonly address: {
    readonly parameters: number;
    readonly samples: number;
    readonly shifts: number;
    readonly losses: number;
    readonly predicted: number;
    /** The words of the head that change from step to step. */
    readonly seed: number;
    readonly step: number;
  };
  readonly peaks: readonly {
    readonly layer: string;
    readonly units: number;
    readonly place: Place;
  }[];
  /** The copies to be made before curvature is estimated; none by the other rules. */
  readonly squares: readonly SquaredWeights[];
  /** The layers that have a turned copy of their weights, to be made after weights were loaded. */
  readonly turned: readonly number[];
}

/** How a plan is to be laid out. */
export interface PlanOptions {
  /** Where the head stands; everything else comes after it. */
  readonly head: number;
  readonly workers: number;
  /** The largest batch. */
  readonly batchSize: number;
  readonly optimizer?: OptimizerName;
}

/** Samples that are kept at once, where a larger batch can go through in several jobs. */
const chunkSize = 512;

/** The most bytes that a network's numbers may take. */
const mostBytes = 2 ** 30;

const wholeShards = (samples: number): number => Math.ceil(samples / f.SHARD) * f.SHARD;

/** The plan of a network. Throws a `PlanError` where there is none. */
export function planNetwork(network: Network, options: PlanOptions): Plan {
  const { head, workers, batchSize, optimizer } = options;
  const isSteps = optimizer === 'sdlm';
  const layers = measured(network);
  if (!Array.isArray(layers)) throw new PlanError(layers);
  const problem = isSteps && curvatureProblem(network);
  if (problem) throw new PlanError(problem);
  const needsWholeBatch = allLayers(network.layers).some(({ layer }) => layer.kind === 'batchNorm');
  const capacity = needsWholeBatch ? wholeShards(Math.max(chunkSize, batchSize)) : chunkSize;
  const parameters = planParameters(withInner(layers));
  const arena = new Arena(head + f.HEAD_BYTES, capacity, f.SHARD);

  const parametersAt = arena.reserve(4 * parameters.bytes);
  const shards = arena.reserve((capacity / f.SHARD) * parameters.sharedBytes);
  const samples = arena.reserve(4 * capacity);
  const shifts = arena.reserve(2 * capacity);
  const losses = arena.reserve(4 * capacity);
  const predicted = arena.reserve(capacity);

  const writer = new Writer(arena, parameters, parametersAt, { keepsAll: needsWholeBatch });
  compile(writer, network, layers);
  const bordered = arena.reserveScratch(writer.borderedBytes);
  const statistics = arena.reserveScratch(writer.statisticsBytes);
  const partials = arena.reserveScratch(16 * writer.mostInputs);

  const addresses = new Map<Description, number>();
  const addressOf = (on: Description): number => {
    const known = addresses.get(on);
    if (known !== undefined) return known;
    const address = arena.table(wordsOf(on, arena));
    addresses.set(on, address);
    return address;
  };
  const program = (entries: readonly Entry[]): number[] => {
    const words = entries.flatMap(({ operation, on }) => [operation, addressOf(on)]);
    const begin = arena.table(words);
    return [begin, begin + 4 * words.length];
  };
  const stages = arena.table(writer.stages.flatMap(program));
  const evaluation = program(writer.evaluation);
  const taskTable = (tasks: typeof writer.tasks) =>
    arena.table(
      tasks.flatMap(({ operation, on, first, last }) => [operation, addressOf(on), first, last]),
    );
  const tasks = taskTable(writer.tasks);
  const shared = writer.tasks.filter(({ operation }) => operation === f.UPDATE_SHARED);
  const stepTasks = taskTable(shared);
  const steps = program(isSteps ? stepProgram(writer) : []);
  const { entries, squares } = isSteps
    ? curvatureProgram(writer, network)
    : { entries: [], squares: [] };
  const curvature = program(entries);
  const peaks = writer.peaks.map(({ layer, units, buffer }) => ({
    layer,
    units,
    place: arena.placeOf(buffer),
  }));
  const { scratchBytes } = arena;
  const scratch = arena.reserve(workers * scratchBytes);
  if (arena.end > mostBytes) throw new PlanError({ code: 'memory', bytes: arena.end });

  const headWords = new Array<number>(f.HEAD_BYTES / 4).fill(0);
  for (const [field, value] of [
    [f.SAMPLES, samples],
    [f.SHIFTS, shifts],
    [f.LOSSES, losses],
    [f.PREDICTED, predicted],
    [f.PARAMETERS, parametersAt],
    [f.PARAMETER_BYTES, parameters.bytes],
    [f.SHARDS, shards],
    [f.SHARD_BYTES, parameters.sharedBytes],
    [f.SCRATCH, scratch],
    [f.SCRATCH_BYTES, scratchBytes],
    [f.BORDERED, bordered],
    [f.STATISTICS, statistics],
    [f.STAGES, stages],
    [f.STAGE_COUNT, writer.stages.length],
    [f.EVALUATION, evaluation[0]],
    [f.EVALUATION + 4, evaluation[1]],
    [f.TASKS, tasks],
    [f.TASK_COUNT, writer.tasks.length],
    [f.STEPS, steps[0]],
    [f.STEPS + 4, steps[1]],
    [f.STEP_TASKS, stepTasks],
    [f.STEP_TASK_COUNT, shared.length],
    [f.CURVATURE, curvature[0]],
    [f.CURVATURE + 4, curvature[1]],
    [f.PARTIALS, partials],
  ]) {
    headWords[field / 4] = value;
  }
  return {
    words: [{ address: head, values: headWords }, ...arena.words],
    end: arena.end,
    capacity,
    needsWholeBatch,
    parameters,
    address: {
      parameters: parametersAt,
      samples,
      shifts,
      losses,
      predicted,
      seed: head + f.SEED,
      step: head + f.STEP,
    },
    peaks,
    squares,
    turned: writer.turned.map(addressOf),
  };
}

/** The words of what an operation works on, as `fields.ts` says. */
function wordsOf({ buffers, numbers }: Description, arena: Arena): number[] {
  const words = new Array<number>(f.DESCRIPTION_BYTES / 4).fill(0);
  for (const [field, value] of numbers) words[field / 4] = value;
  for (const [field, buffer] of buffers) {
    const { address, stride } = arena.placeOf(buffer);
    words[field / 4] = address;
    words[field / 4 + 1] = stride;
  }
  return words;
}
