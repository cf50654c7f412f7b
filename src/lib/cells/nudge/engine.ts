import { createNudger, type Nudger } from './along';
import type { Finding, Request } from './protocol';

/**
 * The worker's side of the conversation: a pass a turn, so that newer requests are heard in between. The
 * value that is looked at comes before the rest of the curve, and only the latest of them. `nextTurn` calls
 * what it is given after the messages that wait.
 */
export function createEngine(
  nextTurn: (go: () => void) => void,
): (request: Request, reply: (finding: Finding) => void) => void {
  let nudger: Nudger | undefined;
  let waiting: number[] = [];
  let lookedAt: number | undefined;
  let isAtWork = false;
  let answer: (finding: Finding) => void;

  function go() {
    if (lookedAt !== undefined && nudger) {
      const value = lookedAt;
      lookedAt = undefined;
      answer({ kind: 'look', look: nudger.look(value) });
    } else {
      const value = waiting.shift();
      if (value === undefined || !nudger) {
        isAtWork = false;
        answer({ kind: 'done' });
        return;
      }
      answer({ kind: 'outcome', outcome: nudger.outcome(value) });
    }
    nextTurn(go);
  }

  return (request, reply) => {
    answer = reply;
    if (request.kind === 'begin') {
      nudger = createNudger(request.trace, request.ref);
      waiting = [...request.values];
      lookedAt = undefined;
    } else lookedAt = request.value;
    if (isAtWork) return;
    isAtWork = true;
    nextTurn(go);
  };
}
