import * as v from 'valibot';
import { borderWidth } from '$lib/data';
import { lenet5Network, writeNetwork } from '$lib/network';
import { formatRef, parseRef } from '$lib/nn';
import { integerField, readQuery, writeQuery } from '$lib/ui/query';
import { formatDigit, parseDigit, type DigitName } from '../sample/digit';
import { usualWeights } from '../sample/shipped-weights';
import { readWeightName, type WeightName } from '../sample/weight-choice';
import { ruleNames, usualUpdate, type RuleName } from './update-rule';
import { grains, type Grain } from './walk';

/** What a link to the microscope says. */
export interface MicroscopeLink {
  readonly digit: DigitName;
  /** Whose weights one looks through, and the seed of fresh ones. */
  readonly weights: WeightName;
  readonly seed: number;
  /** The step, from 1. */
  readonly step: number;
  /** How far one step goes. */
  readonly by: Grain;
  /** How many updates were made on this digit before, by which rule and with which learning rate. */
  readonly updates: number;
  readonly rule: RuleName;
  readonly lr: number;
  /** The opened number, `c3.output[7,2,4]`; '' for the step's own. */
  readonly open: string;
  /** The network, as links write it. */
  readonly network: string;
  /** The stop of the guided tour, from 1; 0 outside it. */
  readonly tour: number;
}

/** More steps than any network has; how many there are is known once there is a network. */
const mostSteps = 9999;

/** Where the page begins: a plainly written 3, a network that reads it, the pixels. */
export const defaultLink: MicroscopeLink = {
  digit: { part: 'test', index: 18 },
  weights: 'trained',
  seed: 0,
  step: 1,
  by: 'layer',
  updates: 0,
  rule: 'sgd',
  lr: 0.01,
  open: '',
  network: writeNetwork(lenet5Network()),
  tour: 0,
};

/** The most updates on one digit, and so the most that a link asks for: about two seconds of work. */
export const mostUpdates = 200;

/** The learning rate that a text spells: a number above 0 and at most 10; nothing for any other text. */
export function readLr(text: string): number | undefined {
  if (!/^\s*(\d{1,2}(\.\d{0,12})?|\.\d{1,12}|\d(\.\d{1,6})?e-\d{1,2})\s*$/i.test(text))
    return undefined;
  const lr = Number(text);
  return lr > 0 && lr <= 10 ? lr : undefined;
}

const fields = {
  digit: v.pipe(
    v.string(),
    v.transform(parseDigit),
    v.check((name) => name !== undefined),
    v.transform((name) => formatDigit(name as DigitName)),
  ),
  weights: v.pipe(
    v.string(),
    v.transform(readWeightName),
    v.check((name) => name !== undefined),
    v.transform((name) => name as WeightName),
  ),
  seed: integerField(0, 2 ** 31 - 1),
  step: integerField(1, mostSteps),
  by: v.picklist(grains),
  updates: integerField(0, mostUpdates),
  rule: v.picklist(ruleNames),
  lr: v.pipe(
    v.string(),
    v.transform(readLr),
    v.check((lr) => lr !== undefined),
    v.transform(Number),
  ),
  open: v.pipe(v.string(), v.maxLength(80)),
  // Read where it is said why it is none.
  network: v.pipe(v.string(), v.maxLength(8_000)),
  tour: integerField(0, 99),
};

const written = ({ digit, ...rest }: MicroscopeLink) => ({ digit: formatDigit(digit), ...rest });

/** The pixel that a text such as `input[0,5,6]` opens; undefined for any other number. */
function pixelOf(open: string): readonly number[] | undefined {
  const ref = parseRef(open);
  return ref?.tensor === 'input' && ref.index.length === 3 ? ref.index : undefined;
}

/**
 * The number that a link opens which names no network. One that opens a pixel says its network since
 * the page's own reads 32 × 32; an earlier link counts its pixels from the digit's corner, inside the border.
 */
function openedFormerly(open: string): string {
  const [channel, row, column] = pixelOf(open) ?? [];
  if (channel === undefined) return open;
  return formatRef({ tensor: 'input', index: [channel, row + borderWidth, column + borderWidth] });
}

/**
 * What an address asks for, with the defaults in place of what it does not say or says wrongly. A link
 * that says anything but its weights is an old one, of when fresh weights went without saying, but one to
 * the network of 1998, which shows its trained ones; an address that says nothing shows the reader's `own`.
 */
export function readLink(
  params: URLSearchParams,
  own: WeightName = defaultLink.weights,
): { link: MicroscopeLink; rejected: (keyof MicroscopeLink)[] } {
  const isOld =
    !params.has('weights') &&
    Object.keys(fields).some((name) => name !== 'tour' && params.has(name));
  const network = params.get('network') ?? '';
  const weights = isOld ? usualWeights(network) : own;
  const defaults = { ...written(defaultLink), ...usualUpdate(network), weights };
  const { values, rejected } = readQuery(fields, defaults, params);
  const digit = parseDigit(values.digit) ?? defaultLink.digit;
  const open = params.has('network') ? values.open : openedFormerly(values.open);
  return { link: { ...values, digit, open }, rejected };
}

/**
 * The query of a link to this view: its weights, and what differs from how the page begins. Brackets and
 * commas stand as they are, so that a reader can read and change them.
 */
export function writeLink(link: MicroscopeLink): string {
  const network = pixelOf(link.open) ? '' : defaultLink.network;
  const usual = usualUpdate(link.network);
  const defaults = { ...written(defaultLink), ...usual, weights: '', network };
  const query = writeQuery(written(link), defaults);
  return query
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']')
    .replaceAll('%2C', ',')
    .replaceAll('%7E', '~')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')');
}
