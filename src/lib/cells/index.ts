import type { Component } from 'svelte';
import type { CodeTab, Exercise, ExerciseKind } from '$lib/notebook';
import { exerciseKinds } from '$lib/views/exercise/kinds';
import type { ExerciseProps } from '$lib/views/exercise/props';
import type { CodeProps } from './code/Code.svelte';
import type { FormulaProps } from './formula/prepare';
import type { CellAttributes, CellName } from './schemas';

/** What a cell's component is given: its attributes, or what the build has made of them. */
type CellProps = {
  [Name in Exclude<CellName, 'code' | 'script' | 'formula'>]: CellAttributes<Name>;
} & {
  code: CodeProps;
  'code-group': { tabs: readonly CodeTab[] };
  script: CodeProps;
  formula: FormulaProps;
} & Record<ExerciseName, ExerciseProps>;

/** Not a cell that a lesson may name: what `:::exercise` writes. */
type ExerciseName = `exercise-${ExerciseKind}`;

interface CellEntry<Props extends Record<string, unknown>> {
  readonly load: () => Promise<{ readonly default: Component<Props> }>;
  /** Whether it is wider than the column of text; never, if not given. */
  readonly isWide?: (props: Props) => boolean;
  /** True for a stage: a band as wide as the page. */
  readonly isFull?: true;
}

/** Sixteen maps stand in two rows of eight, for which the column is too narrow. */
const hasManyMaps = ({ layer }: { layer: string }) => layer === 'c3' || layer === 's4';

/** Where the component of each kind of cell is, and how much room it may take. */
const registry: { readonly [Name in keyof CellProps]: CellEntry<CellProps[Name]> } = {
  'backward-maps': {
    load: () => import('./backward-maps/BackwardMaps.svelte'),
    isWide: hasManyMaps,
  },
  'blame-path': { load: () => import('./blame-path/BlamePath.svelte'), isFull: true },
  borders: { load: () => import('./borders/Borders.svelte') },
  calculator: { load: () => import('./calculator/LayerCalculator.svelte') },
  code: { load: () => import('./code/Code.svelte'), isWide: () => true },
  /** Not a cell that a lesson may name: what `:::code` writes. */
  'code-group': { load: () => import('./code-group/CodeGroup.svelte'), isWide: () => true },
  'connection-table': { load: () => import('./connection-table/ConnectionTable.svelte') },
  'convolution-window': {
    load: () => import('./convolution-window/ConvolutionWindow.svelte'),
    isFull: true,
  },
  'exercise-bug': { load: exerciseKinds.bug },
  'exercise-choice': { load: exerciseKinds.choice },
  'exercise-find': { load: exerciseKinds.find },
  'exercise-formula': { load: exerciseKinds.formula },
  'exercise-mend': { load: exerciseKinds.mend },
  'exercise-number': { load: exerciseKinds.number },
  'exercise-order': { load: exerciseKinds.order },
  'exercise-paint': { load: exerciseKinds.paint },
  'exercise-place': { load: exerciseKinds.place },
  'exercise-shape': { load: exerciseKinds.shape },
  'exercise-table': { load: exerciseKinds.table },
  'exercise-ticks': { load: exerciseKinds.ticks },
  excites: { load: () => import('./excites/Excites.svelte'), isWide: () => true },
  'feature-maps': { load: () => import('./feature-maps/FeatureMaps.svelte'), isWide: hasManyMaps },
  formula: { load: () => import('./formula/FormulaCell.svelte') },
  'full-connection': {
    load: () => import('./full-connection/FullConnection.svelte'),
    isFull: true,
  },
  'gradient-check': {
    load: () => import('./gradient-check/GradientCheckFigure.svelte'),
    isWide: () => true,
  },
  'kernel-block': { load: () => import('./kernel-block/KernelBlock.svelte') },
  kernels: { load: () => import('./kernels/Kernels.svelte') },
  'kernel-workbench': {
    load: () => import('./kernel-workbench/KernelWorkbench.svelte'),
    isWide: () => true,
  },
  'row-of-digits': { load: () => import('./row-of-digits/RowOfDigits.svelte'), isFull: true },
  'scores-by-hand': { load: () => import('./scores-by-hand/ScoresByHand.svelte') },
  'shift-digit': { load: () => import('./shift-digit/ShiftDigit.svelte') },
  'turn-digit': { load: () => import('./turn-digit/TurnDigit.svelte') },
  loss: { load: () => import('./loss/Loss.svelte'), isWide: () => true },
  microscope: {
    load: () => import('./microscope/MicroscopeFigure.svelte'),
    isWide: () => true,
  },
  'network-calculator': { load: () => import('./network-calculator/NetworkCalculator.svelte') },
  'nothing-bends': { load: () => import('./nothing-bends/NothingBends.svelte') },
  nudge: { load: () => import('./nudge/Nudge.svelte'), isWide: () => true },
  mistakes: { load: () => import('./mistakes/Mistakes.svelte'), isWide: () => true },
  'own-digits': { load: () => import('./own-digits/OwnDigits.svelte'), isWide: () => true },
  'output-codes': { load: () => import('./output-codes/OutputCodes.svelte') },
  pad: { load: () => import('./pad/Pad.svelte') },
  'pooling-window': {
    load: () => import('./pooling-window/PoolingWindow.svelte'),
    isFull: true,
  },
  probabilities: {
    load: () => import('./probabilities/Probabilities.svelte'),
    isWide: () => true,
  },
  'turned-kernel': {
    load: () => import('./turned-kernel/TurnedKernelFigure.svelte'),
    isWide: () => true,
  },
  race: { load: () => import('./race/Race.svelte'), isWide: () => true },
  'recorded-runs': { load: () => import('./recorded-runs/RecordedRuns.svelte') },
  script: { load: () => import('./code/Code.svelte'), isWide: () => true },
  training: { load: () => import('./training/Training.svelte') },
  update: { load: () => import('./update/Update.svelte') },
  'way-back': { load: () => import('./way-back/WayBack.svelte'), isFull: true },
  'update-count': { load: () => import('./update-count/UpdateCount.svelte') },
};

/** The name under which the component of an exercise is found. */
export const exerciseName = ({ kind }: Pick<Exercise, 'kind'>): ExerciseName => `exercise-${kind}`;

/** Components of cells by the names of their kinds. */
export type CellComponents = Readonly<Record<string, Component<Record<string, unknown>>>>;

/** The build has checked the name, and the properties against this very component's schema. */
const entryOf = (name: string) =>
  registry[name as keyof typeof registry] as CellEntry<Record<string, unknown>>;

/** Loads the component of a kind of cell. */
export async function loadCell(name: string): Promise<Component<Record<string, unknown>>> {
  return (await entryOf(name).load()).default;
}

/** Loads the components of the cells that a lesson names, and no others. */
export async function loadCells(names: Iterable<string>): Promise<CellComponents> {
  const unique = [...new Set(names)];
  return Object.fromEntries(
    await Promise.all(unique.map(async (name) => [name, await loadCell(name)] as const)),
  );
}

/** Whether a cell is a band as wide as the page. */
export const isFullCell = (name: string): boolean => entryOf(name).isFull ?? false;

/** Whether a cell is wider than the column of text. */
export function isWideCell(name: string, props: Readonly<Record<string, unknown>>): boolean {
  return entryOf(name).isWide?.(props) ?? false;
}
