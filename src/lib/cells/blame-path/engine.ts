import type { Trace } from '$lib/nn';
import { blameOf } from './paths';
import type { Found, Request } from './protocol';
import { wayOf } from './way';

/** The worker's side of the conversation. Throws where a weight comes before its trace. */
export function createEngine(): (request: Request, reply: (found: Found) => void) => void {
  let trace: Trace | undefined;
  return (request, reply) => {
    if (request.kind === 'begin') {
      trace = request.trace;
      return;
    }
    if (!trace) throw new Error('blame-path: a weight came before its trace');
    const { weight, most, through, turn } = request;
    reply({ turn, blame: blameOf(trace, wayOf(trace, weight), most, through) });
  };
}
