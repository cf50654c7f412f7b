import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with a request: it says this, and then the connection ends, stays or breaks. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly chunks?: readonly Uint8Array<ArrayBuffer>[];
  readonly then?: 'ends' | 'stalls' | 'breaks';
}

/** No answer at all: nothing listens there, or nothing is ever said. */
export type Behaviour = Answer | 'refuses' | 'is silent';

/** A place to fetch from whose next answers can be chosen. */
export interface Place {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  /** One request is answered after the other; the last answer stays. */
  readonly answer: (...behaviours: Behaviour[]) => void;
  readonly close: () => void;
}

const forever = new Promise<never>(() => {});

/** A `fetch` that asks nobody. */
export function fakePlace(): Place {
  let queue: Behaviour[] = [];
  const body = ({ chunks = [], then = 'ends' }: Answer, signal?: AbortSignal | null) => {
    const left = [...chunks];
    return new ReadableStream<Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
      async pull(controller) {
        const next = left.shift();
        if (next) return controller.enqueue(next);
        if (then === 'stalls') return forever;
        if (then === 'breaks') return controller.error(new TypeError('terminated'));
        controller.close();
      },
    });
  };
  return {
    url: '/file',
    fetch: async (_url, init) => {
      const behaviour = (queue.length > 1 ? queue.shift() : queue[0]) ?? 'refuses';
      if (behaviour === 'refuses') throw new TypeError('fetch failed');
      if (behaviour === 'is silent') return forever;
      const { status = 200, headers } = behaviour;
      return new Response(body(behaviour, init?.signal), { status, headers });
    },
    answer: (...behaviours) => (queue = behaviours),
    close: () => {},
  };
}

/** A server on loopback, and Node's own `fetch`. */
export async function realPlace(): Promise<Place> {
  let queue: Behaviour[] = [];
  const write = (response: ServerResponse, chunk: Uint8Array) =>
    new Promise<void>((resolve) => response.write(chunk, () => resolve()));
  const server = createServer(async (request, response) => {
    const behaviour = (queue.length > 1 ? queue.shift() : queue[0]) ?? 'refuses';
    if (behaviour === 'is silent') return;
    if (behaviour === 'refuses') return void request.socket.destroy();
    const { status = 200, headers = {}, chunks = [], then = 'ends' } = behaviour;
    response.writeHead(status, headers);
    for (const chunk of chunks) await write(response, chunk);
    if (then === 'ends') response.end();
    if (then === 'breaks') request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/file`,
    fetch: globalThis.fetch,
    answer: (...behaviours) => (queue = behaviours),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
