/** The gzip stream cannot be decompressed. */
export class GzipError extends Error {
  /** @param size what its last four bytes say: the size of the content, if they are its end. */
  constructor(readonly size: number) {
    super();
  }
}

const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;

/** Whether bytes begin as HTML does, as no file of this site. */
const isPage = (head: Uint8Array) =>
  /^\uFEFF?\s*<(!doctype|html|head|body|script)\b/i.test(new TextDecoder().decode(head));

/** The content is a web page. */
export class PageError extends Error {}

/** Bytes that are enough to tell what a file is. */
const headLength = 64;

/**
 * Chunks, decompressed where they are gzip: a server that knows a file's gzip by its name may have
 * sent a `Content-Encoding`, and the browser has then decompressed it already; the first bytes tell.
 * Throws a `PageError` for HTML, a `GzipError` for broken gzip, and what `chunks` throws.
 */
export async function* unpack(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array<ArrayBuffer>[] = [];
  let head = new Uint8Array(0);
  while (head.length < headLength) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
    head = new Uint8Array([...head, ...next.value.subarray(0, headLength)]);
  }
  if (isPage(head)) throw new PageError();
  const whole = (async function* () {
    yield* first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  })();
  yield* isGzip(head) ? gunzip(whole) : whole;
}

async function* gunzip(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  let tail = new Uint8Array(4);

  /** Feeds the stream; resolves to what `chunks` threw, if it did. */
  async function feed(): Promise<unknown> {
    try {
      for await (const chunk of chunks) {
        tail = new Uint8Array([...tail, ...chunk.slice(-4)]).slice(-4);
        // What is wrong with the stream is told where it is read; its end is waited for all the same.
        await writer.write(chunk).catch(() => undefined);
      }
      await writer.close().catch(() => undefined);
      return undefined;
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      return error;
    }
  }
  const fed = feed();
  const reader = readable.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch {
    throw (await fed) ?? new GzipError(new DataView(tail.buffer).getUint32(0, true));
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
