import * as v from 'valibot';
import { envelopeSchema, type Envelope } from './envelope';

/** The worker's own end of its channel: `self` in a worker. */
export interface Port {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(envelope: Envelope, options?: { transfer?: Transferable[] }): void;
}

/**
 * The worker's side of a bridge: hands each request to `handle` with the function that answers it, at
 * once or later, any number of times, copied but for the memory that it hands over. Gives the first word, and a sign of life when asked for one.
 * A message that does not fit the schema throws, which ends the worker.
 */
export function serve<Request, Reply>(
  port: Port,
  requestSchema: v.GenericSchema<unknown, Request>,
  handle: (request: Request, reply: (reply: Reply, transfer?: Transferable[]) => void) => void,
): void {
  port.onmessage = ({ data }) => {
    const { question, message } = v.parse(envelopeSchema, data);
    if (message === undefined) return port.postMessage({ question });
    handle(v.parse(requestSchema, message), (reply, transfer = []) =>
      port.postMessage({ question, message: reply }, { transfer }),
    );
  };
  port.postMessage({ question: 0 });
}
