import { lenet5Network, readNetwork, writeNetwork } from '$lib/network';
import { LoadError } from '$lib/ui/load/problem';
import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { Session, type Sources } from '$lib/pages/microscope/session.svelte';
import { formatDigit, type DigitName, type Digits } from '$lib/views/sample/digit';
import type { LoadedDigits } from '$lib/views/sample/load';
import { steppableNetwork } from '$lib/views/network/steppable';
import { freshNetwork } from '$lib/views/sample/trace-digit';
import type { LoadedNetwork } from '$lib/views/sample/loaded-network';
import { chosenWeights } from '$lib/views/weights/chosen.svelte';
import { weightsOf, writeSafetensors } from '$lib/training';

const dataset = (count: number) => ({
  count,
  labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
  images: Uint8Array.from({ length: count * 784 }, (_, i) => (i * 7919) % 251),
});
const digits: Digits = { train: dataset(3), test: dataset(20) };

/** Networks that differ by name: the seed says which is which. */
const seeds: Record<string, number> = { mini: 101, trained: 102, 'run-a1': 103 };
const networkOf = (name: string, seed: number, description = lenet5Network()): LoadedNetwork => ({
  network: () => freshNetwork(seeds[name] ?? seed, description),
  normalize: 'usual',
  description,
});

/** Promises that a test settles when and in which order it likes. */
class Deferred<T> {
  readonly asked: { what: string; resolve: (value: T) => void; reject: (error: Error) => void }[] =
    [];

  ask(what: string): Promise<T> {
    return new Promise((resolve, reject) => this.asked.push({ what, resolve, reject }));
  }
}

function slowSession() {
  const packs = new Deferred<LoadedDigits>();
  const networks = new Deferred<LoadedNetwork>();
  const sources: Sources = {
    digits: (wanted: DigitName) => packs.ask(formatDigit(wanted)),
    network: (name, seed) => networks.ask(`${name} ${seed}`),
    tools: { pause: async () => {} },
  };
  const session = new Session(sources);
  return {
    session,
    packs,
    networks,
    async bringDigits(at: number) {
      packs.asked[at].resolve({ kind: 'loaded', pack: digits });
      await settled();
    },
    async bringNetwork(at: number) {
      const { what, resolve } = networks.asked[at];
      const [name, seed] = what.split(' ');
      resolve(networkOf(name, Number(seed)));
      await settled();
    },
  };
}

beforeEach(() => {
  chosenWeights.choose('trained');
  localStorage.removeItem('lenet5-weights');
});

const settled = () => new Promise((resolve) => setTimeout(resolve));
const address = (query = '') => new URL(`https://lenet5.example/en/step${query}`);

/** A session that has everything at once, at this address. */
async function readySession(query = '') {
  const session = new Session({
    digits: async () => ({ kind: 'loaded', pack: digits }),
    network: async (name, seed, network) => networkOf(name, seed, network),
    tools: { pause: async () => {} },
  });
  await session.open(address(query));
  return session;
}

const lossOf = ({ descent }: Session) => descent?.moments[0].loss;
const bytesOf = (session: Session) => session.descent?.beginning.digit.pixels[1];
const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const goodFile = fileOf(
  'mine.safetensors',
  writeSafetensors({ weights: weightsOf(freshNetwork(104)) }),
);
const badFile = fileOf('no.safetensors', new Uint8Array(3));

test('a session waits for its first link, loads, and is ready', async () => {
  const { session, bringDigits, bringNetwork } = slowSession();
  expect(session.state).toEqual({ kind: 'waiting' });
  const opened = session.open(address('?digit=test-7&step=5'));
  expect(session.state).toEqual({ kind: 'loading' });
  await bringNetwork(0);
  expect(session.state).toEqual({ kind: 'loading' });
  await bringDigits(0);
  await opened;
  expect(session.state).toEqual({ kind: 'ready' });
  expect(session.descent?.microscope.position).toBe(4);
  expect(session.query).toBe('?digit=test-7&weights=fresh&step=5');
});

test('weights chosen while the digits load are the ones that are seen', async () => {
  const { session, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?step=14'));
  void session.chooseWeights({ weights: 'trained', seed: 0 });
  await bringNetwork(0);
  await bringNetwork(1);
  await bringDigits(0);
  await bringDigits(1);
  expect(session.query).toBe('?weights=trained&step=14');
  expect(lossOf(session)).toBe(lossOf(await readySession('?weights=trained&step=14')));
});

test('a digit chosen while the weights load is the one that is seen', async () => {
  const { session, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?weights=mini'));
  await bringDigits(0);
  expect(session.digits).toBeDefined();
  void session.chooseDigit({ part: 'test', index: 3 });
  await bringDigits(1);
  await bringNetwork(1);
  await bringNetwork(0);
  expect(session.query).toBe('?digit=test-3&weights=mini');
  expect(lossOf(session)).toBe(lossOf(await readySession('?digit=test-3&weights=mini')));
});

test.each([
  ['in order', [0, 1, 2]],
  ['the last first', [2, 1, 0]],
  ['the middle one last', [0, 2, 1]],
])('of three choices of weights the last counts, arriving %s', async (_, order) => {
  const { session, networks, bringDigits, bringNetwork } = slowSession();
  void session.open(address());
  await bringNetwork(0);
  await bringDigits(0);
  for (const weights of ['trained', 'mini', 'run-a1'] as const) {
    void session.chooseWeights({ weights, seed: 0 });
    await bringDigits(networks.asked.length - 1);
  }
  for (const at of order) await bringNetwork(1 + at);
  expect(session.state).toEqual({ kind: 'ready' });
  expect(session.query).toBe('?weights=run-a1');
  expect(lossOf(session)).toBe(lossOf(await readySession('?weights=run-a1')));
});

test('what is seen stays while other weights are on their way', async () => {
  const { session, bringDigits, bringNetwork } = slowSession();
  void session.open(address());
  await bringNetwork(0);
  await bringDigits(0);
  const before = session.descent;
  void session.chooseWeights({ weights: 'trained', seed: 0 });
  expect(session.state).toEqual({ kind: 'loading' });
  expect(session.descent).toBe(before);
  session.descent?.microscope.goTo(8);
  await bringDigits(1);
  await bringNetwork(1);
  expect(session.query).toBe('?weights=trained&step=9');
});

test('of two links the later counts, though the earlier arrives last', async () => {
  const { session, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?digit=test-7&weights=trained&step=3'));
  void session.open(address('?digit=test-9&weights=mini'));
  await bringDigits(1);
  await bringNetwork(1);
  await bringNetwork(0);
  await bringDigits(0);
  expect(session.query).toBe('?digit=test-9&weights=mini');
  expect(bytesOf(session)).toBe(digits.test.images[9 * 784 + 1]);
});

test('the same address, in another language, leaves everything as it is', async () => {
  const session = await readySession('?step=5');
  const before = session.descent;
  session.descent?.microscope.goTo(6);
  flushSync();
  await session.open(address('?step=7'));
  expect(session.descent).toBe(before);
  await session.open(address('?step=5'));
  expect(session.descent).not.toBe(before);
});

test('weights that cannot be had: fresh ones, with a remark that names the others', async () => {
  const { session, networks, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?weights=trained&step=14'));
  await bringDigits(0);
  const problem = { what: 'weights', reason: 'status', status: 404 } as const;
  networks.asked[0].reject(new LoadError(problem));
  await settled();
  await bringDigits(1);
  await bringNetwork(1);
  expect(session.remarks.unloaded).toEqual({ weights: 'trained', problem });
  expect(session.query).toBe('?weights=fresh&step=14');
  expect(lossOf(session)).toBe(lossOf(await readySession('?step=14')));
});

test('weights that fail after others were chosen change nothing and are not remarked on', async () => {
  const { session, networks, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?weights=trained'));
  void session.chooseWeights({ weights: 'mini', seed: 0 });
  networks.asked[0].reject(new Error('404'));
  await bringDigits(0);
  await bringDigits(1);
  await bringNetwork(1);
  expect(session.remarks.unloaded).toBeUndefined();
  expect(session.query).toBe('?weights=mini');
});

test('digits that cannot be had: the reason, and another attempt for what was asked last', async () => {
  const { session, packs, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?digit=test-7'));
  packs.asked[0].resolve({ kind: 'failed', problem: { what: 'digits', reason: 'damaged' } });
  await settled();
  expect(session.state).toEqual({ kind: 'failed', problem: { what: 'digits', reason: 'damaged' } });
  void session.retry();
  expect(session.state).toEqual({ kind: 'loading' });
  void session.chooseWeights({ weights: 'mini', seed: 0 });
  await bringNetwork(2);
  await bringDigits(2);
  expect(session.state).toEqual({ kind: 'ready' });
  expect(session.query).toBe('?digit=test-7&weights=mini');
});

test('digits that fail for a link that was left for another change nothing', async () => {
  const { session, packs, bringDigits, bringNetwork } = slowSession();
  void session.open(address('?digit=test-7'));
  void session.open(address('?digit=test-9'));
  await bringDigits(1);
  await bringNetwork(1);
  packs.asked[0].resolve({ kind: 'failed', problem: { what: 'digits', reason: 'unreachable' } });
  await settled();
  expect(session.state).toEqual({ kind: 'ready' });
});

test('a link whose digits cannot be had does not leave the former ones in sight', async () => {
  const { session, packs, bringDigits, bringNetwork } = slowSession();
  void session.open(address());
  await bringDigits(0);
  await bringNetwork(0);
  void session.open(address('?digit=test-9000'));
  packs.asked[1].resolve({ kind: 'failed', problem: { what: 'digits', reason: 'unreachable' } });
  await settled();
  expect(session.state.kind).toBe('failed');
  expect(session.descent).toBeUndefined();
});

test('a file’s weights are seen under its name; a link names the fresh ones', async () => {
  const session = await readySession('?weights=trained&updates=2');
  await session.chooseFile(goodFile);
  expect(session.file).toBe('mine.safetensors');
  expect(session.query).toBe('?weights=fresh');
  expect(lossOf(session)).toBe(lossOf(await readySession('?seed=104')));
  await session.chooseDigit({ part: 'test', index: 3 });
  expect(session.file).toBe('mine.safetensors');
  expect(lossOf(session)).toBe(lossOf(await readySession('?seed=104&digit=test-3')));
  await session.chooseWeights({ weights: 'mini', seed: 0 });
  expect(session.file).toBeUndefined();
});

test('a refused file says why; what was seen, its updates too, stands', async () => {
  const session = await readySession('?weights=trained&updates=2');
  const trace = session.descent?.microscope.trace;
  await session.chooseFile(badFile);
  expect(session.remarks.refused).toMatchObject({ file: 'no.safetensors' });
  expect(session.query).toBe('?weights=trained&updates=2');
  expect(session.descent?.microscope.trace).toBe(trace);
  await session.chooseFile({ name: 'gone', arrayBuffer: () => Promise.reject(new Error('gone')) });
  expect(session.remarks.refused).toEqual({ file: 'gone', problem: 'unreadable' });
  await session.chooseFile(goodFile);
  expect(session.remarks.refused).toBeUndefined();
});

test('a file that is still being read gives way to weights that are chosen after it', async () => {
  const session = await readySession();
  const reading = new Deferred<ArrayBuffer>();
  const read = session.chooseFile({ name: 'slow', arrayBuffer: () => reading.ask('slow') });
  await session.chooseWeights({ weights: 'mini', seed: 0 });
  reading.asked[0].resolve(await goodFile.arrayBuffer());
  await read;
  expect(session.file).toBeUndefined();
  expect(session.query).toBe('?weights=mini');
  expect(lossOf(session)).toBe(lossOf(await readySession('?weights=mini')));
});

test('a file that is refused gives way to the weights that were on their way', async () => {
  const { session, networks, bringDigits, bringNetwork } = slowSession();
  void session.open(address());
  await bringDigits(0);
  await bringNetwork(0);
  void session.chooseWeights({ weights: 'mini', seed: 0 });
  void session.chooseFile(badFile);
  await vi.waitFor(() => expect(networks.asked).toHaveLength(3));
  await bringDigits(2);
  await bringNetwork(2);
  expect(session.remarks.refused?.file).toBe('no.safetensors');
  expect(session.query).toBe('?weights=mini');
  expect(lossOf(session)).toBe(lossOf(await readySession('?weights=mini')));
});

test('a link with updates, a step and a number leads there', async () => {
  const query = '?step=20&open=c3.weight.momentumBuffer.before[0,0,0,0]&updates=3&rule=momentum';
  const session = await readySession(query);
  expect(session.remarks).toEqual({ rejected: [] });
  expect(session.descent?.updates).toBe(3);
  expect(new URLSearchParams(session.query).get('open')).toBe(
    'c3.weight.momentumBuffer.before[0,0,0,0]',
  );
});

test('a number that does not exist is replaced by the nearest, a step beyond the last by the first', async () => {
  const session = await readySession('?open=c3.output[99,2,4]');
  expect(session.remarks.missing?.asked).toBe('c3.output[99,2,4]');
  const beyond = await readySession('?step=33');
  expect(beyond.remarks.rejected).toEqual(['step']);
  expect(beyond.descent?.microscope.position).toBe(0);
  const last = await readySession('?step=32');
  expect(last.remarks.rejected).toEqual([]);
  expect(last.descent?.microscope.position).toBe(31);
});

test('a link’s updates can be stopped, and are dropped where something else is asked for', async () => {
  let go: () => void = () => {};
  const session = new Session({
    digits: async () => ({ kind: 'loaded', pack: digits }),
    network: async (name, seed, network) => networkOf(name, seed, network),
    tools: { pause: () => new Promise((resolve) => (go = resolve)) },
  });
  const opened = session.open(address('?updates=100'));
  await settled();
  expect(session.coming?.isBusy).toBe(true);
  expect(session.descent).toBeUndefined();
  go();
  await settled();
  session.coming?.stop();
  go();
  await opened;
  expect(session.query).toBe('?weights=fresh&updates=1');

  const other = session.open(address('?updates=50'));
  await settled();
  const dropped = session.coming;
  await session.chooseWeights({ weights: 'mini', seed: 0 });
  go();
  await other;
  expect(session.query).toBe('?weights=mini');
  expect(session.descent).not.toBe(dropped);
});

test('once the page is left nothing arrives', async () => {
  const { session, bringDigits, bringNetwork } = slowSession();
  void session.open(address());
  session.close();
  await bringDigits(0);
  await bringNetwork(0);
  expect(session.descent).toBeUndefined();
});

test('the border of a file’s weights is known while they are seen, and no longer', async () => {
  const session = await readySession();
  const old = writeSafetensors({ weights: weightsOf(freshNetwork(3)), border: 'zeros' });
  await session.chooseFile(fileOf('old.safetensors', old));
  expect(session.descent?.beginning.border).toBe('zeros');
  await session.chooseDigit({ part: 'test', index: 3 });
  expect(session.descent?.beginning.border).toBe('zeros');
  await session.chooseWeights({ weights: 'fresh', seed: 1 });
  expect(session.descent?.beginning.border).toBeUndefined();
});

test('a file of another network’s weights: the one that it names, or the one that is looked at', async () => {
  const small = readNetwork('1x28x28~conv_2_k5~relu~max_k4~linear_10');
  if (!small.ok) throw new Error('the test names no network');
  const { network } = small;
  const weights = weightsOf(freshNetwork(7, network), network);
  const file = (remarks: Record<string, string>) =>
    fileOf('small.safetensors', writeSafetensors({ weights }, remarks, 'F32', network));

  const session = await readySession();
  await session.chooseFile(file({ network: writeNetwork(network), normalize: 'article' }));
  expect(session.remarks.refused).toBeUndefined();
  expect(session.descent?.beginning).toMatchObject({ description: network, normalize: 'article' });

  const asked = await readySession();
  await asked.open(address(`?network=${writeNetwork(network)}`), steppableNetwork);
  await asked.chooseFile(file({}));
  expect(asked.descent?.beginning.description).toEqual(network);

  const other = await readySession();
  await other.chooseFile(file({}));
  expect(other.remarks.refused?.problem).toMatchObject({
    reason: 'network',
    tensor: 'conv1.weight',
    found: [2, 1, 5, 5],
    wanted: [6, 1, 5, 5],
  });
  expect(other.descent?.beginning.description).toEqual(lenet5Network());
});

test.each([
  ['lenet5-1998&weights=trained', 'trained', undefined],
  ['lenet5-1998', 'trained', undefined],
  ['lenet5-1998&weights=fresh', 'fresh', undefined],
  ['lenet5-1998&weights=mini', 'fresh', { weights: 'mini' }],
  ['1x28x28~conv_2_k5~relu~max_k4~linear_10&weights=trained', 'fresh', { weights: 'trained' }],
])('of the network %s: %s weights, or a remark', async (query, weights, unloaded) => {
  const asked = vi.fn(networkOf);
  const session = new Session({
    digits: async () => ({ kind: 'loaded', pack: digits }),
    network: async (name, seed, network) => asked(name, seed, network),
    tools: { pause: async () => {} },
  });
  await session.open(address(`?network=${query}`), steppableNetwork);
  const read = steppableNetwork(query.split('&')[0]);
  expect(asked.mock.calls).toEqual([[weights, 0, 'network' in read && read.network]]);
  expect(new URLSearchParams(session.query).get('weights')).toBe(weights);
  expect(session.remarks.unloaded).toEqual(unloaded);
});
