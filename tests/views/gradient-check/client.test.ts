import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckClient } from '$lib/views/gradient-check/client';
import type { Finding, Job, Request } from '$lib/views/gradient-check/protocol';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { Puppet } from '../../ui/bridge/fake-worker';

const trace = traceDigit({ pixels: new Uint8Array(784), label: 1 }, freshNetwork(0));
const curve: Job = { kind: 'curve', trace, ref: { tensor: 'output.bias', index: [0] } };
const done: Finding = { kind: 'done' };

function client() {
  const workers: Puppet<Request, Finding>[] = [];
  const findings: Finding[] = [];
  const onDeath = vi.fn();
  const subject = new CheckClient({
    createWorker: () => {
      const worker = new Puppet<Request, Finding>();
      workers.push(worker);
      return worker;
    },
    onFinding: (finding) => findings.push(finding),
    onDeath,
  });
  return { subject, workers, findings, onDeath };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('CheckClient', () => {
  it('sends what a check reads of the trace, and nothing of its update', () => {
    const { subject, workers } = client();
    subject.start(curve);
    const [request] = workers[0].heard;
    const sent = request.kind === 'stop' ? undefined : request.trace;
    expect([...(sent?.tensors.keys() ?? [])]).toContain('c3.weight.grad');
    expect([...(sent?.tensors.keys() ?? [])]).toContain('loss');
    expect([...(sent?.tensors.keys() ?? [])].filter((name) => name.endsWith('.updated'))).toEqual(
      [],
    );
    expect(sent?.steps.some(({ phase }) => phase === 'update')).toBe(false);
  });

  it('a new job takes the place of the one before, whose findings are dropped', () => {
    const { subject, workers, findings } = client();
    subject.start(curve);
    subject.start(curve);
    expect(workers).toHaveLength(1);
    workers[0].say(done, 1);
    expect(findings).toEqual([]);
    workers[0].say(done);
    expect(findings).toEqual([done]);
  });

  it('after a cancel nothing more is reported, and silence is no death', () => {
    const { subject, workers, findings, onDeath } = client();
    subject.start(curve);
    subject.cancel();
    expect(workers[0].heard[1]).toEqual({ kind: 'stop' });
    workers[0].say(done, 1);
    vi.advanceTimersByTime(60_000);
    expect(findings).toEqual([]);
    expect(onDeath).not.toHaveBeenCalled();
  });

  it('a worker that throws is dead; the next job has a new one', () => {
    const { subject, workers, onDeath } = client();
    subject.start(curve);
    workers[0].fail();
    expect(onDeath).toHaveBeenCalledOnce();
    expect(workers[0].isEnded).toBe(true);
    subject.start(curve);
    expect(workers).toHaveLength(2);
  });

  it('a worker that falls silent in the middle is dead; one that has finished is not', () => {
    const { subject, workers, onDeath } = client();
    subject.start(curve);
    workers[0].say(done);
    vi.advanceTimersByTime(60_000);
    expect(onDeath).not.toHaveBeenCalled();
    subject.start(curve);
    vi.advanceTimersByTime(60_000);
    expect(onDeath).toHaveBeenCalledOnce();
  });

  it('a script that is long on its way is no death', () => {
    const { subject, workers, onDeath } = client();
    subject.start(curve);
    vi.advanceTimersByTime(600_000);
    expect(onDeath).not.toHaveBeenCalled();
    workers[0].arrive();
    vi.advanceTimersByTime(60_000);
    expect(onDeath).toHaveBeenCalledOnce();
  });

  it('cancel without a job makes no worker', () => {
    const { subject, workers } = client();
    subject.cancel();
    expect(workers).toHaveLength(0);
  });
});
