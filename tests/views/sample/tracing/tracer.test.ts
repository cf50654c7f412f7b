import { describe, expect, it } from 'vitest';
import { presetNetwork, type PresetId } from '$lib/network/presets';
import { build, manualSeed } from '$lib/nn';
import { adam, sgd, type UpdatedTrace } from '$lib/optim';
import { serve } from '$lib/ui/bridge/serve';
import { buffersOf, traceOf } from '$lib/views/sample/tracing/answer';
import { TraceClient } from '$lib/views/sample/tracing/client';
import { requestSchema } from '$lib/views/sample/tracing/protocol';
import { PageTracer, takesLong, traceHere, type Traced } from '$lib/views/sample/tracing/tracer';
import { writeNetwork } from '$lib/network';
import { FakeWorker } from '../../../ui/bridge/fake-worker';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));

function traced(id: PresetId, rule: Traced['rule'] = sgd({ lr: 0.01 })): Traced {
  const description = presetNetwork(id);
  const network = build(description, manualSeed(3));
  return {
    digit: { pixels, label: 1 },
    network,
    description,
    rule,
    state: undefined,
    normalize: 'article',
  };
}

/** As it goes to the worker. */
const requestOf = ({ network, description, ...rest }: Traced) => ({
  ...rest,
  network: writeNetwork(description),
  values: network.stateDict(),
});

const tracingWorker = () =>
  new FakeWorker((port) => serve(port, requestSchema, (request, reply) => reply(traceOf(request))));

const lossOf = ({ tensors }: UpdatedTrace) => tensors.get('loss')?.data[0];

describe('a worker that traces', () => {
  it.each([
    ['plain20', sgd({ lr: 0.01 })],
    ['residual20', adam({ lr: 0.001 })],
    ['lenet1', sgd({ lr: 0.01, momentum: 0.9 })],
  ] as const)('%s: the numbers that the page itself would have, to the bit', async (id, rule) => {
    const client = new TraceClient(tracingWorker);
    const asked = traced(id, rule);
    expect(await client.trace(requestOf(asked))).toEqual(await traceHere.trace(asked));
    client.end();
  });

  it('goes on from an earlier update', async () => {
    const client = new TraceClient(tracingWorker);
    const asked = traced('lenet1', adam({ lr: 0.01 }));
    const first = await client.trace(requestOf(asked));
    asked.network.loadStateDict(first.updated);
    const next = { ...asked, state: first.state };
    expect(await client.trace(requestOf(next))).toEqual(await traceHere.trace(next));
    client.end();
  });

  it('what is asked for later takes the place of what is under way', async () => {
    const client = new TraceClient(tracingWorker);
    let isAnswered = false;
    void client.trace(requestOf(traced('plain20'))).then(() => (isAnswered = true));
    const asked = traced('lenet1');
    const trace = await client.trace(requestOf(asked));
    expect(lossOf(trace)).toBe(lossOf(await traceHere.trace(asked)));
    expect(isAnswered).toBe(false);
    client.end();
  });

  it('hands over each memory once', async () => {
    const buffers = buffersOf(await traceHere.trace(traced('lenet1', adam({ lr: 0.01 }))));
    expect(new Set(buffers).size).toBe(buffers.length);
    expect(buffers.length).toBeGreaterThan(20);
  });
});

describe('the page', () => {
  it('traces the article’s network itself, at once, and longer ones elsewhere', () => {
    expect(takesLong(presetNetwork('lenet5'))).toBe(false);
    expect(takesLong(presetNetwork('residual32'))).toBe(true);
    const trace = new PageTracer().trace(traced('lenet5'));
    expect(trace).not.toBeInstanceOf(Promise);
  });

  it('does it itself where there can be no worker', async () => {
    const asked = traced('plain32');
    const trace = new PageTracer().trace(asked);
    expect(trace).toBeInstanceOf(Promise);
    expect(lossOf(await trace)).toBe(lossOf(await traceHere.trace(asked)));
  });
});
