import { writeNotation } from '$lib/network';
import { readWhole } from '$lib/views/layer-calculator/form/read-whole';
import { firstNetwork, type NetworkTexts } from './network-state.svelte';
import { readRows } from './row';

/** What of a link could not be used; all the rest of it is. */
export interface LinkProblems {
  /** The input's shape: the usual one stands in its place. */
  readonly input: boolean;
  /** The places, from 1, of layers that nobody can read; their rows say why. */
  readonly unreadable: readonly number[];
  /** How many layers came after the most that a link may have. */
  readonly dropped: number;
}

const isSize = (text: string) => {
  const read = readWhole('input', text, 0);
  return read.ok || (read.reason.code !== 'empty' && read.reason.code !== 'not-a-number');
};

/** The network that a link describes, and what of it could not be used, if something. */
export function networkFromLink(params: URLSearchParams): {
  network: NetworkTexts;
  problems?: LinkProblems;
} {
  const sizes = params.get('input')?.split('x');
  const [channels, height, width] = sizes ?? [];
  const input = sizes?.length === 3 && sizes.every(isSize) && { channels, height, width };
  const layers = params.get('layers');
  // A link that names layers alone means a digit as it comes, as it always has.
  const usual = layers === null ? firstNetwork.input : { channels: '1', height: '28', width: '28' };
  const { rows, dropped } =
    layers === null ? { rows: firstNetwork.rows, dropped: 0 } : readRows(layers);
  const unreadable = rows.flatMap(({ kind }, at) => (kind === 'unreadable' ? [at + 1] : []));
  const problems = { input: sizes !== undefined && !input, unreadable, dropped };
  const network = { input: input || usual, rows };
  return problems.input || unreadable.length > 0 || dropped > 0
    ? { network, problems }
    : { network };
}

/** The query of a link to a network; '' for the first one, undefined where a link could not hold it. */
export function linkToNetwork({ input, rows }: NetworkTexts): string | undefined {
  const layers = writeNotation(rows);
  const sizes = [input.channels, input.height, input.width].map((text) => text.trim());
  if (layers === writeNotation(firstNetwork.rows) && sizes.join() === firstSizes.join()) return '';
  // Not by URLSearchParams, which would write every `~` as %7E.
  const query = `?input=${encodeURIComponent(sizes.join('x'))}&layers=${encodeURIComponent(layers)}`;
  const back = networkFromLink(new URLSearchParams(query));
  const isSame =
    !back.problems?.input &&
    back.network.rows.length === rows.length &&
    back.network.rows.every(({ kind }, at) => kind === rows[at].kind);
  return isSame ? query : undefined;
}

const firstSizes = Object.values(firstNetwork.input);
