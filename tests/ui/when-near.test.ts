import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let comeNear: (() => void)[];
let heard: Map<string, () => void>;
let quiet: (() => void)[];
let module: typeof import('$lib/ui/when-near');

const place = {} as Element;
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  comeNear = [];
  heard = new Map();
  quiet = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(watched: (entries: { isIntersecting: boolean }[]) => void) {
        comeNear.push(() => watched([{ isIntersecting: true }]));
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('addEventListener', (type: string, act: () => void) => heard.set(type, act));
  vi.stubGlobal('requestIdleCallback', (act: () => void) => quiet.push(act));
  vi.resetModules();
  module = await import('$lib/ui/when-near');
});
afterEach(() => vi.unstubAllGlobals());

test('what is near acts once; what is called off never does', async () => {
  const [near, gone] = [vi.fn(async () => {}), vi.fn(async () => {})];
  module.whenNear(place, '0px', near);
  const cancel = module.whenNear(place, '0px', gone);
  cancel();
  comeNear[0]();
  await module.readyAll();
  expect(near).toHaveBeenCalledTimes(1);
  expect(gone).not.toHaveBeenCalled();
});

test('before printing all acts, also what comes to wait meanwhile, and one that fails holds nobody up', async () => {
  const inner = vi.fn(async () => {});
  module.whenNear(place, '0px', () => Promise.reject(new Error('no line')));
  module.whenNear(place, '0px', async () => void module.whenNear(place, '0px', inner));
  expect(module.isAnythingWaiting()).toBe(true);
  heard.get('beforeprint')?.();
  await settled();
  expect(inner).toHaveBeenCalledTimes(1);
  expect(module.isAnythingWaiting()).toBe(false);
});

test('nothing is made ready ahead before the first touch; then one in each quiet moment', async () => {
  const acts = [vi.fn(async () => {}), vi.fn(async () => {})];
  for (const act of acts) module.whenNear(place, '0px', act);
  expect(quiet).toHaveLength(0);
  heard.get('scroll')?.();
  for (const calls of [
    [1, 0],
    [1, 1],
  ]) {
    quiet.pop()?.();
    await settled();
    expect(acts.map((act) => act.mock.calls.length)).toEqual(calls);
  }
  // With nothing left it comes to rest, and a newcomer wakes it.
  expect(quiet).toHaveLength(0);
  module.whenNear(place, '0px', async () => {});
  expect(quiet).toHaveLength(1);
});

test.each(['scroll', 'pointermove', 'pointerdown', 'keydown'])('%s is a first touch', (type) => {
  module.whenNear(place, '0px', async () => {});
  expect(quiet).toHaveLength(0);
  heard.get(type)?.();
  expect(quiet).toHaveLength(1);
});
