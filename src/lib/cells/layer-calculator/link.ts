import { readWhole } from '$lib/arithmetic';
import { readQuery, writeQuery } from '$lib/ui/query';
import * as v from 'valibot';
import {
  defaultSettings,
  fieldsOf,
  layerKinds,
  type LayerSettings,
  type NumberField,
} from './settings';

/** A number, also one that the field may not hold: the form then shows it with its sentence. */
const number = (field: NumberField) =>
  v.pipe(
    v.string(),
    v.maxLength(20),
    v.check((text) => {
      const read = readWhole(field, text, 0);
      return read.ok || (read.reason.code !== 'empty' && read.reason.code !== 'not-a-number');
    }),
  );

const fields = {
  kind: v.picklist(layerKinds),
  input: number('input'),
  kernel: number('kernel'),
  stride: number('stride'),
  padding: number('padding'),
  dilation: number('dilation'),
  in: number('in'),
  out: number('out'),
  bias: v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
};

/** The form that a link describes, and the names of the fields in it that made no sense. */
export function settingsFromLink(params: URLSearchParams): {
  settings: LayerSettings;
  rejected: string[];
} {
  const { kind } = readQuery({ kind: fields.kind }, { kind: 'conv' }, params).values;
  const { values, rejected } = readQuery(fields, defaultSettings[kind], params);
  return { settings: values, rejected };
}

/** The query of a link to this form, with every field in it; '' for the form that the page begins with. */
export function linkToSettings(settings: LayerSettings): string {
  if (writeQuery(settings, defaultSettings.conv) === '') return '';
  const params = new URLSearchParams({ kind: settings.kind });
  for (const field of fieldsOf[settings.kind]) params.set(field, settings[field]);
  if (settings.kind === 'conv') params.set('bias', String(settings.bias));
  return `?${params}`;
}
