import type { NetworkStep } from '$lib/arithmetic';
import type { Shape } from '$lib/network';
import type { NetworkView, RowView } from './evaluate';

/** Layers that are one block of the picture: what makes something new, and what acts on that. */
export interface FoldedRows {
  /** The rows of the fold, in order; their places from 0 are `from` up to `from + rows.length`. */
  readonly rows: readonly RowView[];
  readonly from: number;
  /** How many layers of one kind and one output stand in it one after another. */
  readonly times: number;
  /** What comes out; undefined where no shape gets that far. */
  readonly output: Shape | undefined;
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** What acts on the output of the layer before it. */
const follows: ReadonlySet<string> = new Set([
  'activation',
  'batchNorm',
  'dropout',
  'maxPool',
  'averagePool',
  'globalAveragePool',
  'subsample',
]);
const pools: ReadonlySet<string> = new Set([
  'maxPool',
  'averagePool',
  'globalAveragePool',
  'subsample',
]);

/** Layers that may stand in one block several times. */
const repeats: ReadonlySet<string> = new Set(['conv', 'residual']);

const outputOf = (step: NetworkStep | undefined) => step?.measure.output.join();

/** Whether a row goes on with the block so far. */
function goesOn(block: readonly RowView[], next: RowView): boolean {
  const { kind } = next.row;
  if (follows.has(kind)) return true;
  const main = block.filter(({ row }) => !follows.has(row.kind)).at(-1);
  const isPooled = block.some(({ row }) => pools.has(row.kind));
  return (
    main?.row.kind === kind &&
    repeats.has(kind) &&
    !isPooled &&
    next.step !== undefined &&
    outputOf(main.step) === outputOf(next.step)
  );
}

/** The rows of a network as blocks: a convolution, its activation and its pooling are one. */
export function foldRows({ rows }: Pick<NetworkView, 'rows'>): FoldedRows[] {
  const blocks: RowView[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && goesOn(last, row)) last.push(row);
    else blocks.push([row]);
  }
  let from = 0;
  return blocks.map((block) => {
    const steps = block.flatMap(({ step }) => step ?? []);
    const sum = (count: (step: NetworkStep) => number) =>
      steps.reduce((total, step) => total + count(step), 0);
    const main = block.filter(({ row }) => !follows.has(row.kind)).length;
    const fold = {
      rows: block,
      from,
      times: Math.max(1, main),
      output: steps.length === block.length ? steps.at(-1)?.measure.output : undefined,
      parameters: sum(({ measure }) => measure.parameters),
      multiplyAdds: sum(({ measure }) => measure.multiplyAdds),
    };
    from += block.length;
    return fold;
  });
}
