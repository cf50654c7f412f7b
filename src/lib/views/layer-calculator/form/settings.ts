/** What the calculator can calculate. */
export const layerKinds = ['conv', 'pool', 'average', 'subsample', 'transposed', 'linear'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** The settings that can differ down and across, and the names they then have across. */
export const widthFields = {
  input: 'inputWidth',
  kernel: 'kernelWidth',
  stride: 'strideWidth',
  padding: 'paddingWidth',
  dilation: 'dilationWidth',
  output: 'outputWidth',
} as const;
export type AxisField = keyof typeof widthFields;
type WidthField = (typeof widthFields)[AxisField];

const axisPairs = Object.entries(widthFields) as [AxisField, WidthField][];

/** The fields in which a number stands, besides those across. */
const plainFields = [
  'input',
  'kernel',
  'stride',
  'padding',
  'dilation',
  'outputPadding',
  'in',
  'out',
  'groups',
  'batch',
  'output',
] as const;
export type PlainField = (typeof plainFields)[number];

/** A field in which a number stands. */
export type NumberField = PlainField | WidthField;
export const numberFields: readonly NumberField[] = [...plainFields, ...Object.values(widthFields)];

/** A field with a tick. */
export const tickFields = ['bias', 'ceilMode'] as const;
export type TickField = (typeof tickFields)[number];

/**
 * The calculator's form as it stands: every field by its name there and in the link, the numbers as
 * they were typed, so that what is wrong can stay in its place and be spoken about. The fields
 * across are blank where they are as those down; `output`, the size wanted, is blank where none is.
 * Beside a wanted size a blank field asks for what would give it.
 */
export type LayerSettings = { kind: LayerKind } & Record<NumberField, string> &
  Record<TickField, boolean>;

/** The fields of each kind of layer, in the order of the form. */
export const fieldsOf: Record<LayerKind, readonly PlainField[]> = {
  conv: [
    'input',
    'kernel',
    'stride',
    'padding',
    'dilation',
    'in',
    'out',
    'groups',
    'batch',
    'output',
  ],
  pool: ['input', 'kernel', 'stride', 'padding', 'dilation', 'in', 'batch', 'output'],
  average: ['input', 'kernel', 'stride', 'padding', 'in', 'batch', 'output'],
  subsample: ['input', 'kernel', 'stride', 'in', 'batch', 'output'],
  transposed: [
    'input',
    'kernel',
    'stride',
    'padding',
    'outputPadding',
    'dilation',
    'in',
    'out',
    'groups',
    'batch',
    'output',
  ],
  linear: ['in', 'out', 'batch'],
};

/** The ticks of each kind of layer. */
export const ticksOf: Record<LayerKind, readonly TickField[]> = {
  conv: ['bias'],
  pool: ['ceilMode'],
  average: ['ceilMode'],
  subsample: [],
  transposed: ['bias'],
  linear: ['bias'],
};

/** The fields that the small calculator of a lesson shows; the rest have their usual value. */
export const compactFields: ReadonlySet<PlainField> = new Set([
  'input',
  'kernel',
  'stride',
  'padding',
  'in',
  'out',
]);

/** Whether a field is one of those that can differ down and across. */
export function isAxisField(field: PlainField): field is AxisField {
  return field in widthFields;
}

/** Whether the form gives height and width apart. */
export function isApart(settings: LayerSettings): boolean {
  return Object.values(widthFields).some((field) => settings[field].trim() !== '');
}

/** Whether a kind of layer has a height and a width. */
export const hasWindow = (kind: LayerKind) => fieldsOf[kind].includes('input');

/** The smallest number that makes sense in a field. */
export function minimumOf(field: NumberField): number {
  return field === 'padding' || field === 'paddingWidth' || field === 'outputPadding' ? 0 : 1;
}

const blank: LayerSettings = {
  kind: 'conv',
  input: '28',
  kernel: '5',
  stride: '1',
  padding: '0',
  dilation: '1',
  outputPadding: '0',
  in: '1',
  out: '6',
  groups: '1',
  batch: '1',
  output: '',
  inputWidth: '',
  kernelWidth: '',
  strideWidth: '',
  paddingWidth: '',
  dilationWidth: '',
  outputWidth: '',
  bias: true,
  ceilMode: false,
};

const s2 = { input: '28', kernel: '2', stride: '2', in: '6' };

/**
 * Where the form begins: C1 and S2 of the network as it is built today, S2 as the paper has it, S2
 * turned round, and F6.
 */
export const defaultSettings: Record<LayerKind, LayerSettings> = {
  conv: { ...blank, input: '32' },
  pool: { ...blank, ...s2, kind: 'pool' },
  average: { ...blank, ...s2, kind: 'average' },
  subsample: { ...blank, ...s2, kind: 'subsample' },
  transposed: { ...blank, ...s2, kind: 'transposed', input: '14', out: '6' },
  linear: { ...blank, kind: 'linear', in: '120', out: '84' },
};

/** The form for another kind of layer: what the reader had changed is kept, the rest begins anew. */
export function withKind(settings: LayerSettings, kind: LayerKind): LayerSettings {
  const begun = defaultSettings[settings.kind];
  const next = { ...defaultSettings[kind] };
  for (const field of plainFields) {
    if (settings[field] !== begun[field]) next[field] = settings[field];
  }
  for (const [down, across] of axisPairs) {
    next[across] = settings[across] === settings[down] ? next[down] : settings[across];
  }
  return next;
}

/** The form with height and width apart, the width as the height for now; or together again. */
export function withApart(settings: LayerSettings, apart: boolean): LayerSettings {
  const next = { ...settings };
  for (const [down, across] of axisPairs) next[across] = apart ? settings[down] : '';
  return next;
}
