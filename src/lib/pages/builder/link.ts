import { readWhole } from '$lib/arithmetic';
import { firstNetwork, type NetworkTexts } from './network-state.svelte';
import { readNotation, writeNotation } from './notation';

/** What of a link could not be used: the input's shape, or a layer (from 1) and its text. */
export type LinkProblem =
  | { readonly part: 'input' }
  | { readonly part: 'layers'; readonly layer: number; readonly text: string };

/** The network that a link describes; the usual one and what is wrong where it makes no sense. */
export function networkFromLink(params: URLSearchParams): {
  network: NetworkTexts;
  problem?: LinkProblem;
} {
  const network = firstNetwork;
  const sizes = params.get('input')?.split('x');
  const readable = (text: string) => {
    const read = readWhole('input', text, 0);
    return read.ok || (read.reason.code !== 'empty' && read.reason.code !== 'not-a-number');
  };
  if (sizes && !(sizes.length === 3 && sizes.every(readable))) {
    return { network, problem: { part: 'input' } };
  }
  const layers = params.get('layers');
  const read = layers === null ? undefined : readNotation(layers);
  if (read?.ok === false) {
    return { network, problem: { part: 'layers', layer: read.layer, text: read.text } };
  }
  const [channels, height, width] = sizes ?? [];
  return {
    network: {
      input: sizes ? { channels, height, width } : network.input,
      rows: read?.rows ?? network.rows,
    },
  };
}

/** The query of a link to a network; '' for the first one, undefined where a link could not hold it. */
export function linkToNetwork({ input, rows }: NetworkTexts): string | undefined {
  const layers = writeNotation(rows);
  const sizes = [input.channels, input.height, input.width].map((text) => text.trim());
  if (layers === writeNotation(firstNetwork.rows) && sizes.join() === firstSizes.join()) return '';
  // Not by URLSearchParams, which would write every `~` as %7E.
  const query = `?input=${encodeURIComponent(sizes.join('x'))}&layers=${encodeURIComponent(layers)}`;
  return networkFromLink(new URLSearchParams(query)).problem ? undefined : query;
}

const firstSizes = Object.values(firstNetwork.input);
