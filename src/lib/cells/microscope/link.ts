import * as v from 'valibot';
import { integerField, readQuery, writeQuery } from '$lib/ui/query';
import { formatPlace, parsePlace, type DigitPlace } from '../sample/digit';

/** What a link to the microscope says. */
export interface MicroscopeLink {
  readonly digit: DigitPlace;
  /** The seed of the network's weights. */
  readonly seed: number;
  /** The step, from 1. */
  readonly step: number;
  /** The opened number, `c3.output[7,2,4]`; '' for the step's own. */
  readonly open: string;
}

/** How many steps there are from the pixels to the loss after the update. */
export const stepCount = 32;

/** Where the page begins: a plainly written 3, the network of seed 0, the pixels. */
export const defaultLink: MicroscopeLink = {
  digit: { part: 'test', index: 18 },
  seed: 0,
  step: 1,
  open: '',
};

const fields = {
  digit: v.pipe(
    v.string(),
    v.transform(parsePlace),
    v.check((place) => place !== undefined),
    v.transform((place) => formatPlace(place as DigitPlace)),
  ),
  seed: integerField(0, 2 ** 31 - 1),
  step: integerField(1, stepCount),
  open: v.pipe(v.string(), v.maxLength(80)),
};

const written = ({ digit, seed, step, open }: MicroscopeLink) => ({
  digit: formatPlace(digit),
  seed,
  step,
  open,
});

/** What an address asks for, with the defaults in place of what it does not say or says wrongly. */
export function readLink(params: URLSearchParams): { link: MicroscopeLink; rejected: string[] } {
  const { values, rejected } = readQuery(fields, written(defaultLink), params);
  const digit = parsePlace(values.digit) ?? defaultLink.digit;
  return { link: { ...values, digit }, rejected };
}

/**
 * The query of a link to this view; '' for the one that the page begins with. Brackets and commas
 * stand as they are, so that a reader can read and change them.
 */
export function writeLink(link: MicroscopeLink): string {
  const query = writeQuery(written(link), written(defaultLink));
  return query.replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%2C', ',');
}
