/** What the calculator can calculate. */
export const layerKinds = ['conv', 'pool'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** The fields that hold a number. */
export const numberFields = [
  'input',
  'kernel',
  'stride',
  'padding',
  'dilation',
  'in',
  'out',
] as const;
export type NumberField = (typeof numberFields)[number];

/**
 * The calculator's form as it stands: every field by its name there and in the link, the numbers as
 * they were typed, so that what is wrong can stay in its place and be spoken about.
 */
export type LayerSettings = { kind: LayerKind; bias: boolean } & Record<NumberField, string>;

/** The fields that a kind of layer has; a pooling layer has as many channels out as in. */
export const fieldsOf: Record<LayerKind, readonly NumberField[]> = {
  conv: numberFields,
  pool: ['input', 'kernel', 'stride', 'padding', 'dilation', 'in'],
};

/** The smallest number that makes sense in a field. */
export const minimumOf = (field: NumberField) => (field === 'padding' ? 0 : 1);

/** Where the form begins: C1 and S2 of the network as it is built today. */
export const defaultSettings: Record<LayerKind, LayerSettings> = {
  conv: {
    kind: 'conv',
    input: '28',
    kernel: '5',
    stride: '1',
    padding: '2',
    dilation: '1',
    in: '1',
    out: '6',
    bias: true,
  },
  pool: {
    kind: 'pool',
    input: '28',
    kernel: '2',
    stride: '2',
    padding: '0',
    dilation: '1',
    in: '6',
    out: '6',
    bias: true,
  },
};

/** The form for another kind of layer: what the reader had changed is kept, the rest begins anew. */
export function withKind(settings: LayerSettings, kind: LayerKind): LayerSettings {
  const begun = defaultSettings[settings.kind];
  const next = { ...defaultSettings[kind] };
  for (const field of numberFields) {
    if (settings[field] !== begun[field]) next[field] = settings[field];
  }
  return next;
}
