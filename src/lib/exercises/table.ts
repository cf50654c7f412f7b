import type { Random } from './random';
import { judgeText, type Setting, type Verdict } from './rule';
import { rules, type RuleName } from './rules';

/** One place of a table: the rule that computes it, and with which numbers. */
interface TableCell {
  readonly rule: RuleName;
  readonly setting: Setting;
}

/** A layer: what it is, and of its two cells the one that is to be filled in. */
export interface TableRow {
  readonly name: string;
  readonly layer: 'convolution' | 'pooling' | 'connection';
  /** The side of its kernel or window; 1 for a full connection. */
  readonly kernel: number;
  readonly out: number;
  readonly shape: TableCell;
  readonly parameters: TableCell;
  readonly asked: 'shape' | 'parameters';
}

/** What the first layer reads, and the seven layers that follow. */
export interface LayerTable {
  readonly side: number;
  readonly rows: readonly TableRow[];
}

/** LeNet-5 with other numbers of maps and another picture; in each layer one of two cells is asked for. */
function drawLayers(random: Random): LayerTable {
  const kernel = 5;
  const side = random.pick([28, 32, 36, 40]);
  const [first, second] = [random.pick([4, 6, 8, 10]), random.pick([12, 16, 20])];
  const [wide, narrow] = [random.pick([100, 120, 150]), random.pick([64, 84, 96])];
  const asked = () => random.pick(['shape', 'parameters'] as const);
  const convolution = (name: string, maps: number, from: number, out: number): TableRow => ({
    name,
    layer: 'convolution',
    kernel,
    out,
    shape: {
      rule: 'convolution-shape',
      setting: { in: maps, side: from, out, kernel, padding: 0 },
    },
    parameters:
      maps === 1
        ? { rule: 'first-convolution-parameters', setting: { side: from, out, kernel } }
        : { rule: 'convolution-parameters', setting: { in: maps, out, kernel } },
    asked: asked(),
  });
  const pooling = (name: string, maps: number, from: number): TableRow => ({
    name,
    layer: 'pooling',
    kernel: 2,
    out: maps,
    shape: { rule: 'pooling-shape', setting: { maps, side: from } },
    parameters: { rule: 'max-pooling-parameters', setting: { in: maps, kernel: 2 } },
    asked: asked(),
  });
  const connection = (name: string, inputs: number, out: number): TableRow => ({
    name,
    layer: 'connection',
    kernel: 1,
    out,
    shape: { rule: 'connection-shape', setting: { in: inputs, out } },
    parameters: { rule: 'full-connection-parameters', setting: { in: inputs, out } },
    asked: asked(),
  });
  const c1 = side - kernel + 1;
  const c3 = c1 / 2 - kernel + 1;
  return {
    side,
    rows: [
      convolution('C1', 1, side, first),
      pooling('S2', first, c1),
      convolution('C3', first, c1 / 2, second),
      pooling('S4', second, c3),
      connection('C5', second * (c3 / 2) ** 2, wide),
      connection('F6', wide, narrow),
      connection('Output', narrow, 10),
    ],
  };
}

/** Every table by the name under which an exercise asks for it. */
export const tables = { 'seven-layers': drawLayers };

/** The name of a table. */
export type TableName = keyof typeof tables;

/** What is right in a cell, as it is written. */
export const cellText = ({ rule, setting }: TableCell) =>
  rules[rule].answer(setting as never).join(' × ');

/** What was filled in for a layer. */
export const judgeRow = (row: TableRow, text: string): Verdict =>
  judgeText(rules[row[row.asked].rule], row[row.asked].setting, text);
