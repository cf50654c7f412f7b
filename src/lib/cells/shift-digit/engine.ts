import { tensorOf, type Trace } from '$lib/nn';
import { passThrough } from '$lib/views/sample/pass';
import type { Passed, Request } from './protocol';

/** The worker's side of the conversation. Throws where an image comes before a network. */
export function createEngine(): (request: Request, reply: (passed: Passed) => void) => void {
  let trace: Trace | undefined;
  let wanted: readonly string[] = [];
  return (request, reply) => {
    if (request.kind === 'begin') {
      ({ trace, wanted } = request);
      return;
    }
    if (!trace) throw new Error('shift-digit: an image came before its network');
    const tensors = passThrough(trace, request.pixels, request.label);
    reply(new Map(wanted.map((name) => [name, tensorOf({ tensors }, name)])));
  };
}
