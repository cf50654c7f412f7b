import type { Field, Reason } from '$lib/arithmetic';
import {
  describeChain,
  layerOf,
  paddingModes,
  readTable,
  type Layer,
  type LayerField,
  type NotationProblem,
  type Pair,
} from '$lib/network';
import { readNumber } from '$lib/ui/number';
import { readWhole } from '$lib/views/layer-calculator/form/read-whole';
import type { Row } from './row';

/** What is wrong with a field: with its number, or with the layers that it holds. */
export type RowProblem = Reason | NotationProblem;

/** What is wrong with a row, each beside its field. */
export type RowProblems = Partial<Record<LayerField, RowProblem>>;

/** A row that was read: its layer, or what is wrong with some of its fields. */
export type RowReading =
  | { readonly ok: true; readonly layer: Layer }
  | { readonly ok: false; readonly problems: RowProblems };

/** The least that each setting down and across may be. */
const least = { kernel: 1, stride: 1, padding: 0, outputPadding: 0, dilation: 1 };

/** Reads one setting down and across: `5`, or `5×3` for a height of 5 and a width of 3. */
function readPair(field: Field, text: string, minimum: number): Pair | Reason {
  const parts = text.normalize('NFKC').split(/[×x*]/i);
  const read = (parts.length === 2 ? parts : [text, text]).map((part) =>
    readWhole(field, part, minimum),
  );
  const [down, across] = read;
  if (!down.ok) return down.reason;
  if (!across.ok) return across.reason;
  return [down.value, across.value];
}

/** Reads a number that need not be whole: a share from 0 to below 1, or any. */
function readShare(field: 'rate' | 'slope', text: string): number | Reason {
  if (text.trim() === '') return { code: 'empty', field };
  const value = readNumber(text) ?? NaN;
  if (Number.isNaN(value)) return { code: 'not-a-number', field };
  if (field === 'rate' && !(value >= 0 && value < 1)) return { code: 'not-a-share', field, value };
  return value;
}

/** Reads what was typed into a row. An unreadable one is no layer, whatever its fields hold. */
export function readRow(row: Row): RowReading {
  if (row.kind === 'unreadable') return { ok: false, problems: {} };
  const problems: RowProblems = {};
  /** A value, or its smallest stand-in with the reason noted beside the field. */
  const noted = <T extends number | object>(
    name: LayerField,
    read: T | RowProblem,
    standIn: T,
  ): T => {
    if (typeof read === 'object' && 'code' in read) {
      problems[name] = read;
      return standIn;
    }
    return read;
  };
  const pair = (name: keyof typeof least) =>
    noted<Pair>(name, readPair(name, row[name], least[name]), [1, 1]);

  const layer = layerOf(row, row.kind, {
    pair,
    whole(name) {
      const read = readWhole(name, row[name], 1);
      return noted<number>(name, read.ok ? read.value : read.reason, 1);
    },
    padding: () =>
      paddingModes.find((mode) => mode === row.padding.trim().toLowerCase()) ?? pair('padding'),
    table() {
      const empty = row.table.trim() === '';
      const reason: Reason = { code: empty ? 'empty' : 'not-a-number', field: 'in' };
      return noted<number[][]>('table', readTable(row.table) ?? reason, []);
    },
    number: (name) => noted<number>(name, readShare(name, row[name]), 0),
    chain(name) {
      const chain = describeChain(row[name], name === 'shortcut');
      return noted<Layer[]>(name, chain.ok ? chain.layers : chain.problem, []);
    },
  });
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, layer };
}
