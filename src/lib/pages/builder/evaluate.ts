import {
  measureLayers,
  mendsOf,
  smallestInput,
  type Failure,
  type NetworkMeasure,
  type NetworkStep,
  type Reason,
} from '$lib/arithmetic';
import {
  fieldsOf,
  notationProblem,
  type Layer,
  type LayerField,
  type NotationProblem,
  type Shape,
} from '$lib/network';
import { readWhole } from '$lib/views/layer-calculator/form/read-whole';
import type { InputTexts, NetworkTexts } from './network-state.svelte';
import { readRow, type RowProblems, type RowReading } from './read-row';
import type { Row } from './row';

/** A row with what the network makes of it. */
export interface RowView {
  readonly row: Row;
  /** Present where shapes reach it and it fits. */
  readonly step?: NetworkStep;
  /** What is wrong with its fields, by themselves or with the input that reaches it. */
  readonly problems: RowProblems;
  /** What is wrong with the text of a row that nobody can read. */
  readonly unreadable?: NotationProblem;
  /** What is wrong where it is about none of its fields, and in which layer inside the row's own. */
  readonly reason?: Reason;
  readonly within?: string;
  /** Layers that would fit in its place, each with one setting changed. */
  readonly mends: readonly Layer[];
  /** The smallest square input with which this layer and all before it fit. */
  readonly inputMend?: number;
}

/** The builder's network with everything that flows through it. */
export interface NetworkView {
  readonly inputProblems: Partial<Record<keyof InputTexts, Reason>>;
  readonly rows: readonly RowView[];
  readonly network: NetworkMeasure;
  /** Whether shapes flow from the input to the last layer. */
  readonly complete: boolean;
}

const inputFields = { channels: 'in', height: 'input', width: 'input' } as const;

/** Reads the input's shape; what is wrong stands beside its field. */
function readInput(input: InputTexts) {
  const problems: Partial<Record<keyof InputTexts, Reason>> = {};
  const numbers = (['channels', 'height', 'width'] as const).map((name) => {
    const read = readWhole(inputFields[name], input[name], 1);
    if (!read.ok) problems[name] = read.reason;
    return read.ok ? read.value : 0;
  });
  const shape: Shape = [numbers[0], numbers[1], numbers[2]];
  return { shape, problems, ok: Object.keys(problems).length === 0 };
}

/** Rows are never changed, so that what was read from one holds as long as it stands. */
const readings = new WeakMap<Row, RowReading>();

function readingOf(row: Row): RowReading {
  const reading = readings.get(row) ?? readRow(row);
  readings.set(row, reading);
  return reading;
}

const lastViews = new WeakMap<Row, { readonly view: RowView; readonly text: string }>();

/** The view that its row had before, if nothing in it has changed: then nothing is drawn anew. */
function asBefore(view: RowView): RowView {
  const last = lastViews.get(view.row);
  // What each unit sees is long, and follows from what the view shows of all of them.
  const text = JSON.stringify(view, (name, value: unknown) => (name === 'sights' ? [] : value));
  if (last?.text === text) return last.view;
  lastViews.set(view.row, { view, text });
  return view;
}

/** Reads the builder's network and sends its input's shape through it. */
export function evaluate({ input, rows }: NetworkTexts): NetworkView {
  const { shape, problems: inputProblems, ok } = readInput(input);
  const read = rows.map(readingOf);
  const layers: Layer[] = [];
  for (const reading of read) {
    if (!reading.ok) break;
    layers.push(reading.layer);
  }
  const network = measureLayers(ok ? layers : [], shape);
  const viewOf = (row: Row, index: number): RowView => {
    const reading = read[index];
    const step = network.steps[index];
    if (!reading.ok) {
      const unreadable = row.kind === 'unreadable' ? notationProblem(row.text) : undefined;
      return { row, problems: reading.problems, unreadable, mends: [] };
    }
    if (!ok || network.broken?.index !== index) return { row, step, problems: {}, mends: [] };
    const reaching = network.steps.at(-1)?.measure.output ?? shape;
    return {
      row,
      ...placed(row, network.broken.failure),
      mends: mendsOf(reading.layer, reaching),
      inputMend: inputMend(layers.slice(0, index + 1), shape),
    };
  };
  return {
    inputProblems,
    rows: rows.map((row, index) => asBefore(viewOf(row, index))),
    network,
    complete: ok && network.steps.length === rows.length,
  };
}

/** The reason beside the field that it names, or on its own where the row has no such field. */
function placed(
  row: Row,
  { reason, within }: Failure,
): Pick<RowView, 'problems' | 'reason' | 'within'> {
  const field = fieldsOf(row).find((name) => name === reason.field);
  return field
    ? { problems: { [field satisfies LayerField]: reason } }
    : { problems: {}, reason, within };
}

/** A larger square input with which these layers fit, if it is the input's size that breaks them. */
function inputMend(layers: readonly Layer[], [channels, height, width]: Shape): number | undefined {
  const size = smallestInput(layers, channels, 1 + Math.min(height, width));
  return size === undefined || (size <= height && size <= width) ? undefined : size;
}
