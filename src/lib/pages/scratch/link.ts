import {
  readNotebook,
  writeNotebook,
  type FileProblem,
  type Notebook,
} from '$lib/notebook/formula';

/** The longest link that messengers and servers can be trusted to carry. */
export const longestLink = 8_000;

/** The longest text that a link may unfold to; more is a trap, not a notebook. */
const longestText = 600_000;

const marker = '#notebook=';

/** A notebook in a link, or why there is none. */
export type LinkedNotebook =
  { ok: true; notebook: Notebook } | { ok: false; problem: FileProblem | { kind: 'damagedLink' } };

/** Whether the part of an address after `#` holds a notebook. */
export function holdsNotebook(hash: string): boolean {
  return hash.startsWith(marker);
}

/** The address of a page that opens with this notebook: it is compressed into what follows `#`. */
export async function notebookLink(address: string, notebook: Notebook): Promise<string> {
  const compressed = through(
    new Blob([writeNotebook(notebook)]).stream(),
    new CompressionStream('deflate-raw'),
  );
  const bytes = new Uint8Array(await new Response(compressed).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const encoded = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${address.split('#')[0]}${marker}${encoded}`;
}

/** Reads the notebook out of the part of an address after `#`. */
export async function notebookFromLink(hash: string): Promise<LinkedNotebook> {
  let json: string;
  try {
    const encoded = hash.slice(marker.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    json = await unfold(bytes);
  } catch {
    return { ok: false, problem: { kind: 'damagedLink' } };
  }
  return readNotebook(json);
}

async function unfold(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = through(
    new Blob([bytes]).stream(),
    new DecompressionStream('deflate-raw'),
  ).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > longestText) {
      await reader.cancel();
      throw new RangeError('the link unfolds to more than a notebook can be');
    }
  }
}

function through(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(transform);
}
