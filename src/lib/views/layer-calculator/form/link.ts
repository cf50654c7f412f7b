import { readQuery, writeQuery } from '$lib/ui/query';
import { readWhole } from './read-whole';
import * as v from 'valibot';
import { isBlank, paddingModeOf } from './read';
import {
  defaultSettings,
  fieldsOf,
  isApart,
  isAxisField,
  layerKinds,
  numberFields,
  ticksOf,
  widthFields,
  type LayerKind,
  type LayerSettings,
  type NumberField,
} from './settings';

/** A number, also one that the field may not hold: the form then shows it with its sentence. */
const number = v.pipe(
  v.string(),
  v.maxLength(20),
  v.check((text) => {
    const read = readWhole('input', text, 0);
    return read.ok || read.reason.code !== 'not-a-number';
  }),
);

const tick = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
);

const numbers = Object.fromEntries(numberFields.map((field) => [field, number])) as Record<
  NumberField,
  typeof number
>;
const fields = {
  kind: v.picklist(layerKinds),
  ...numbers,
  padding: v.union([
    number,
    v.pipe(
      v.string(),
      v.check((text) => !!paddingModeOf(text)),
    ),
  ]),
  bias: tick,
  ceilMode: tick,
};

/**
 * The form that a link describes, and the names of the fields in it that made no sense. A field may
 * be blank only beside a wanted output size, where blank asks for what would give it.
 */
export function settingsFromLink(params: URLSearchParams): {
  settings: LayerSettings;
  rejected: (keyof LayerSettings)[];
} {
  const { kind } = readQuery({ kind: fields.kind }, { kind: 'conv' as LayerKind }, params).values;
  const begun = defaultSettings[kind];
  const { values, rejected } = readQuery(fields, begun, params);
  if (!isBlank(values.output) || !isBlank(values.outputWidth))
    return { settings: values, rejected };
  for (const field of fieldsOf[kind]) {
    if (field === 'output' || values[field].trim() !== '') continue;
    values[field] = begun[field];
    rejected.push(field);
  }
  return { settings: values, rejected };
}

/** The query of a link to this form, with every field in it; '' for the form that the page begins with. */
export function linkToSettings(settings: LayerSettings): string {
  if (writeQuery(settings, defaultSettings.conv) === '') return '';
  const params = new URLSearchParams({ kind: settings.kind });
  for (const field of fieldsOf[settings.kind]) {
    const names = isAxisField(field) && isApart(settings) ? [field, widthFields[field]] : [field];
    for (const name of names) {
      if (field !== 'output' || settings[name] !== '') params.set(name, settings[name]);
    }
  }
  for (const name of ticksOf[settings.kind]) params.set(name, String(settings[name]));
  return `?${params}`;
}
