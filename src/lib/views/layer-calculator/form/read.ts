import type { Axis, Reason } from '$lib/arithmetic';
import { paddingModes, type PaddingMode, type Pair } from '$lib/network';
import { readWhole } from './read-whole';
import {
  fieldsOf,
  isApart,
  isAxisField,
  minimumOf,
  widthFields,
  type AxisField,
  type LayerSettings,
  type NumberField,
  type PlainField,
} from './settings';

/** The problems of a form, each beside its field. */
export type Problems = Partial<Record<NumberField, Reason>>;

/** The numbers of a form: settings that can differ down and across as [down, across]. */
export interface LayerNumbers
  extends Record<AxisField, Pair>, Record<Exclude<PlainField, AxisField>, number> {
  /** The padding by name, where it is given so; its numbers are then 0. */
  readonly paddingMode?: PaddingMode;
}

/** A form that was read: its numbers, or what is wrong with some of them. */
export type Reading =
  | { readonly ok: true; readonly numbers: LayerNumbers }
  | { readonly ok: false; readonly problems: Problems };

/** What a field counts as where the kind of layer does not have it; an `output` of 0 is not wanted. */
const neutral: LayerNumbers = {
  input: [1, 1],
  kernel: [1, 1],
  stride: [1, 1],
  padding: [0, 0],
  dilation: [1, 1],
  outputPadding: 0,
  in: 1,
  out: 1,
  groups: 1,
  batch: 1,
  output: [0, 0],
};

/** The padding's name, if what was typed is one of those that PyTorch has. */
export function paddingModeOf(text: string): PaddingMode | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  return paddingModes.find((mode) => mode === word);
}

/** Whether nothing stands in a field. */
export const isBlank = (text: string) => text.trim() === '';

/**
 * Reads every field that the form's kind of layer has, except those in `skipped`. A blank field
 * across is as the one down; a blank `output` is 0.
 */
export function readForm(settings: LayerSettings, skipped: readonly NumberField[] = []): Reading {
  const problems: Problems = {};
  const read = (field: PlainField, name: NumberField = field) => {
    if (skipped.includes(name)) return minimumOf(field);
    const number = readWhole(field, settings[name], minimumOf(field));
    if (number.ok) return number.value;
    problems[name] = number.reason;
    return minimumOf(field);
  };
  const readPair = (field: AxisField): Pair => {
    const down = read(field);
    const across = widthFields[field];
    const isAsDown = isBlank(settings[across]) && !skipped.includes(across);
    return [down, isAsDown ? down : read(field, across)];
  };
  const readWanted = (name: 'output' | 'outputWidth') =>
    isBlank(settings[name]) ? 0 : read('output', name);

  const numbers: { -readonly [Name in keyof LayerNumbers]: LayerNumbers[Name] } = { ...neutral };
  for (const field of fieldsOf[settings.kind]) {
    const mode = paddingModeOf(settings.padding);
    if (field === 'padding' && mode && settings.kind === 'conv') numbers.paddingMode = mode;
    else if (field === 'output') {
      const down = readWanted('output');
      numbers.output = [down, isApart(settings) ? readWanted('outputWidth') : down];
    } else if (isAxisField(field)) numbers[field] = readPair(field);
    else numbers[field] = read(field);
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, numbers };
}

/**
 * Where the form shows a reason: beside the field that it names, across where it is about the width
 * and that has a field of its own; beside the first field if it names none that is there.
 */
export function placeOf(settings: LayerSettings, reason: Reason, axis?: Axis): NumberField {
  const fields = fieldsOf[settings.kind];
  const field = fields.find((candidate) => candidate === reason.field) ?? fields[0];
  const across = axis === 'width' && isAxisField(field) && widthFields[field];
  return across && isApart(settings) ? across : field;
}
