import { checkMany, errorCurve } from '$lib/nn/gradient-check';
import type { Finding, Job, Request } from './protocol';

/**
 * The worker's side of the conversation: one job at a time, a finding a turn, so that a newer request
 * is heard in between. `nextTurn` calls what it is given after the messages that wait.
 */
export function createEngine(
  nextTurn: (go: () => void) => void,
): (request: Request, reply: (finding: Finding) => void) => void {
  let current: Request;
  return (request, reply) => {
    current = request;
    if (request.kind === 'stop') return;
    const findings = perform(request);
    const go = () => {
      if (current !== request) return;
      const { value, done } = findings.next();
      reply(done ? { kind: 'done' } : value);
      if (!done) nextTurn(go);
    };
    go();
  };
}

function* perform(job: Job): Generator<Finding, void> {
  if (job.kind === 'curve') {
    for (const point of errorCurve(job.trace, job.ref)) yield { kind: 'point', point };
  } else {
    for (const progress of checkMany(job.trace, job.options)) yield { kind: 'progress', progress };
  }
}
