import { checkMany, errorCurve } from '$lib/nn/gradient-check';
import type { Finding, Job, Report, Request } from './protocol';

/**
 * The worker's side of the conversation: one job at a time, a finding a turn, so that a newer request
 * is heard in between. `nextTurn` calls what it is given after the messages that wait.
 */
export function createEngine(
  reply: (report: Report) => void,
  nextTurn: (go: () => void) => void,
): (request: Request) => void {
  let current = 0;
  return ({ run, job }) => {
    current = run;
    if (!job) return;
    const findings = perform(job);
    const go = () => {
      if (current !== run) return;
      const { value, done } = findings.next();
      reply({ run, finding: done ? { kind: 'done' } : value });
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
