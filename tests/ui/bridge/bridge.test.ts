import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bridge, type Death, type Patience } from '$lib/ui/bridge';
import { serve, type Port } from '$lib/ui/bridge/serve';
import { FakeWorker, Puppet } from './fake-worker';
import { RealWorker } from './real-worker';

const replySchema = v.union([v.string(), v.number()]);
type Reply = v.InferOutput<typeof replySchema>;

function bridge<W extends Worker>(
  createWorker: () => W,
  patience: (said: { sent: string } | { heard: Reply }) => Patience = () => undefined,
) {
  const workers: W[] = [];
  const replies: Reply[] = [];
  const deaths: Death[] = [];
  const subject = new Bridge<string, Reply>({
    createWorker: () => {
      const worker = createWorker();
      workers.push(worker);
      return worker;
    },
    replySchema,
    onReply: (reply) => replies.push(reply),
    onDeath: (death) => deaths.push(death),
    patience,
  });
  return { subject, workers, replies, deaths };
}

/*
 * What a bridge does with a worker that answers: with a thread, and with the fake that the tests of
 * components take for one. The scripts stand alone, because a thread sees nothing of this file.
 */
const echo = (port: Port) => {
  port.onmessage = ({ data }) => {
    const { question, message } = data as { question: number; message?: string };
    if (message === 'throw') throw new Error('as asked');
    if (message === 'nonsense') return port.postMessage({ question, message: { no: 'reply' } });
    if (message === 'late') setTimeout(() => port.postMessage({ question, message: 'late' }), 30);
    else port.postMessage(message === undefined ? { question } : { question, message });
  };
  port.postMessage({ question: 0 });
};

describe.each([
  ['a thread', (script: (port: Port) => void) => new RealWorker(script)],
  ['the fake', (script: (port: Port) => void) => new FakeWorker(script)],
])('a bridge to %s', (_, create) => {
  it('makes no worker before there is something to say, and one for all of it', async () => {
    const { subject, workers, replies } = bridge(() => create(echo));
    expect(workers.length).toBe(0);
    for (const word of ['one', 'two', 'three']) subject.tell(word);
    await vi.waitFor(() => expect(replies).toEqual(['one', 'two', 'three']));
    expect(workers.length).toBe(1);
    subject.dispose();
  });

  it('answers nothing before the caller has gone on', () => {
    const { subject, replies } = bridge(() => create(echo));
    subject.ask('one');
    expect(replies).toEqual([]);
    subject.dispose();
  });

  it('drops what answers an earlier question', async () => {
    const { subject, replies } = bridge(() => create(echo));
    subject.ask('late');
    subject.ask('new');
    await vi.waitFor(() => expect(replies).toEqual(['new']));
    subject.ask('late');
    await vi.waitFor(() => expect(replies).toEqual(['new', 'late']));
    subject.dispose();
  });

  it('a worker that throws is ended; the next question has a new one', async () => {
    const { subject, workers, replies, deaths } = bridge(() => create(echo));
    subject.ask('throw');
    await vi.waitFor(() => expect(deaths).toEqual(['error']));
    subject.ask('again');
    await vi.waitFor(() => expect(replies).toEqual(['again']));
    expect(workers.length).toBe(2);
    subject.dispose();
  });

  it('a script that throws before its first word', async () => {
    const broken = () => {
      throw new Error('cannot start');
    };
    const { subject, deaths } = bridge(() => create(broken));
    subject.ask('hello');
    await vi.waitFor(() => expect(deaths).toEqual(['error']));
  });

  it('a reply that does not fit ends the worker', async () => {
    const { subject, replies, deaths } = bridge(() => create(echo));
    subject.ask('nonsense');
    await vi.waitFor(() => expect(deaths).toEqual(['error']));
    expect(replies).toEqual([]);
  });

  it('what cannot be copied is refused where it is said', () => {
    const worker = create(echo);
    expect(() => worker.postMessage(() => {})).toThrow(/clone/);
    worker.terminate();
  });

  it('after dispose nothing is heard', async () => {
    const { subject, replies, deaths } = bridge(() => create(echo));
    subject.ask('late');
    subject.dispose();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([replies, deaths]).toEqual([[], []]);
  });
});

describe('a script that cannot be fetched', () => {
  it('is told from one that throws', async () => {
    const { subject, deaths } = bridge(
      () => new FakeWorker(echo, Promise.reject(new Error('lost'))),
    );
    subject.ask('hello');
    await vi.waitFor(() => expect(deaths).toEqual(['unloaded']));
  });
});

describe('how a bridge watches', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watched = (patience = 1000) => {
    const made = bridge(
      () => new Puppet<string, Reply>(),
      (said) => ('heard' in said && said.heard === 'done' ? undefined : patience),
    );
    made.subject.ask('work');
    return made;
  };

  it('a script that is long on its way is no death', () => {
    const { workers, deaths } = watched();
    vi.advanceTimersByTime(3_600_000);
    expect(deaths).toEqual([]);
    expect(workers[0].pings).toBe(0);
  });

  it('silent after its first word for as long as it may be: dead', () => {
    const { subject, workers, deaths } = watched();
    vi.advanceTimersByTime(60_000);
    workers[0].arrive();
    vi.advanceTimersByTime(749);
    expect(deaths).toEqual([]);
    vi.advanceTimersByTime(251);
    expect(deaths).toEqual(['silent']);
    expect(workers[0].isEnded).toBe(true);
    subject.ask('more');
    expect(workers[1].heard).toEqual(['more']);
  });

  it('a worker that is asked and gives a sign of life lives on', () => {
    const { workers, deaths, replies } = watched();
    for (let second = 0; second < 60; second++) {
      workers[0].arrive();
      vi.advanceTimersByTime(900);
    }
    expect(workers[0].pings).toBeGreaterThan(0);
    expect([deaths, replies]).toEqual([[], []]);
  });

  it('one that replies from within its work need answer no question', () => {
    const { workers, deaths } = watched();
    for (let second = 0; second < 60; second++) {
      workers[0].say('busy');
      vi.advanceTimersByTime(900);
    }
    expect(deaths).toEqual([]);
  });

  it('after a last word it may be silent; the next question starts the time anew', () => {
    const { subject, workers, deaths } = watched();
    workers[0].say('done');
    vi.advanceTimersByTime(60_000);
    expect(deaths).toEqual([]);
    subject.ask('more');
    vi.advanceTimersByTime(1000);
    expect(deaths).toEqual(['silent']);
  });

  it('a clock that jumps, as after a sleep, is one look and no death', () => {
    const { workers, deaths } = watched();
    workers[0].arrive();
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(250);
    expect(deaths).toEqual([]);
    expect(workers[0].pings).toBe(1);
  });

  it('reviving: a question from within the news of a death goes to a new worker', () => {
    const workers: Puppet<string, Reply>[] = [];
    const subject: Bridge<string, Reply> = new Bridge<string, Reply>({
      createWorker: () => {
        workers.push(new Puppet());
        return workers[workers.length - 1];
      },
      replySchema,
      onReply: () => {},
      onDeath: () => workers.length < 3 && subject.ask('again'),
      patience: () => 1000,
    });
    subject.ask('work');
    for (const worker of workers) worker.fail();
    expect(workers.map(({ heard }) => heard)).toEqual([['work'], ['again'], ['again']]);
    expect(workers.every(({ isEnded }) => isEnded)).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(workers.length).toBe(3);
  });

  it('a worker that cannot be made is dead', () => {
    const { subject, deaths } = bridge((): Worker => {
      throw new Error('not allowed');
    });
    subject.ask('work');
    expect(deaths).toEqual(['error']);
  });

  it('a worker that has been ended is not heard any more', () => {
    const { subject, workers, replies, deaths } = watched();
    const { onmessage, onerror } = workers[0];
    subject.dispose();
    expect([workers[0].onmessage, workers[0].onerror]).toEqual([null, null]);
    expect([onmessage, onerror].every((heard) => typeof heard === 'function')).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect([replies, deaths]).toEqual([[], []]);
  });
});

describe('serve', () => {
  const said: unknown[] = [];
  const port: Port = { onmessage: null, postMessage: (envelope) => said.push(envelope) };
  const hear = (data: unknown) => port.onmessage?.({ data } as MessageEvent<unknown>);
  beforeEach(() => void (said.length = 0));

  it('says a first word, gives signs of life and answers each question under its own number', () => {
    const answers: ((reply: string) => void)[] = [];
    serve<string, string>(port, v.string(), (_, reply) => answers.push(reply));
    hear({ question: 3 });
    hear({ question: 3, message: 'a' });
    hear({ question: 4, message: 'b' });
    answers[1]('to b');
    answers[0]('to a');
    expect(said).toEqual([
      { question: 0 },
      { question: 3 },
      { question: 4, message: 'to b' },
      { question: 3, message: 'to a' },
    ]);
  });

  it.each([null, 'a', {}, { question: -1 }, { question: 1, message: 5 }])(
    '%j is refused',
    (data) => {
      serve<string, string>(port, v.string(), () => expect.fail('handled'));
      expect(() => hear(data)).toThrow();
    },
  );
});
