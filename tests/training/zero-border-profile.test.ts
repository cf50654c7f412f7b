import { lenet5Choices, lenet5Network, writeNetwork } from '$lib/network';
import { describe, expect, it } from 'vitest';
import { readNotebook } from '$lib/notebook/formula';
import { networkFromLink } from '$lib/pages/builder/link';
import { createEngine, createSession, networkOfRun, type Report } from '$lib/training';
import { readLink } from '$lib/views/stepping/link';
import { loadNetwork } from '$lib/views/sample/weights';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { readMini } from '../data/mnist-source';
import { zeroBorderProfile } from '../golden/profile';
import { memoryStore } from './memory-store';
import { memoryTabs } from './memory-tabs';

/* What a browser holds of the last build whose C1 padded with zeros, opened by this one. */

const { shelves, links, localStorage } = zeroBorderProfile();

const source = {
  loadKernels: readKernels,
  loadGeneralKernels: readGeneralKernels,
  spawn: spawnNodeThread,
};

/** A store with the runs of the profile. */
function oldStore() {
  const store = memoryStore();
  for (const [id, record] of shelves.runs) store.kept.runs.set(id, record);
  for (const [id, checkpoint] of shelves.checkpoints) store.kept.checkpoints.set(id, checkpoint);
  return store;
}

async function idOf(name: string): Promise<string> {
  const listed = await oldStore().list();
  const found = listed.find((run) => run.is === 'run' && run.record.name === name);
  if (!found) throw new Error(`no run ${name}`);
  return found.id;
}

describe('runs kept while zeros lay around the digits', () => {
  it('are listed with their curves and checkpoints, and with the network that pads', async () => {
    const store = oldStore();
    const listed = await store.list();
    expect(listed.map((run) => run.is === 'run' && [run.record.name, run.record.state])).toEqual([
      ['unfinished', 'unfinished'],
      ['finished', 'finished'],
    ]);
    for (const { id } of listed) {
      const { record, checkpoint } = await store.load(id);
      expect(lenet5Choices(networkOfRun(record.settings))?.border).toBe('zeros');
      expect(record.history.losses.length).toBeGreaterThan(0);
      expect(checkpoint.weights['fc1.weight'].length).toBe(48_000);
    }
  });

  it('one that is unfinished goes on with its own network, from the loss that it had', async () => {
    const store = oldStore();
    const reports: Report[] = [];
    const post = (report: Report) => void reports.push(report);
    let time = 0;
    const obey = createSession({
      load: async () => readMini(),
      createEngine: (settings, data, workers) => createEngine(settings, data, workers, source),
      store,
      tabs: memoryTabs(),
      newId: () => 'keeper',
      now: () => (time += 15),
      date: () => 0,
      pause: async () => {
        if (reports.filter(({ type }) => type === 'progress').length > 9) {
          await obey({ type: 'stop' }, post);
        }
      },
    });
    const id = await idOf('unfinished');
    const before = await store.load(id);
    await obey({ type: 'resume', id, workers: 1, pace: 'full', base: '/data/' }, post);
    const network = writeNetwork(lenet5Network({ border: 'zeros' }));
    expect(reports.find(({ type }) => type === 'started')).toMatchObject({
      settings: { network },
      history: { step: before.checkpoint.position.step },
      crew: { engine: 'kernels' },
    });
    const losses = reports.flatMap((report) =>
      report.type === 'progress' ? [...report.losses] : [],
    );
    const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    expect(losses.length).toBeGreaterThan(4);
    // It falls on from where it was: with the wrong network or fresh weights it begins near 2.3 again.
    expect(mean(losses)).toBeLessThan(mean([...before.record.history.losses].slice(-5)));
    expect(losses[0]).toBeLessThan(2.29);
  });

  it('the microscope looks through one’s weights, in the network that padded with zeros', async () => {
    const store = oldStore();
    const loaded = await loadNetwork(`run-${await idOf('finished')}`, 0, store);
    expect(loaded.description).toEqual(lenet5Network({ border: 'zeros' }));
    expect([...loaded.network().parameters().keys()]).toContain('c1.weight');
  });
});

describe('what else was kept', () => {
  it('the scratch notebook opens with the reader’s edit', () => {
    const read = readNotebook(localStorage['scratch-notebook']);
    expect(read.ok && JSON.stringify(read.notebook)).toContain('W = 64');
  });

  it('an edited formula of a lesson is there under its key', () => {
    expect(localStorage['formula/lessons/network#normalise']).toContain('p = 3');
  });

  it('links open: a network of the builder, a number of the microscope', () => {
    const paramsOf = (path: string) => {
      const link = links.find((each) => each.includes(path)) ?? '';
      return new URL(link, 'https://lenet5.example').searchParams;
    };
    const { network, problems } = networkFromLink(paramsOf('/builder'));
    expect(problems).toBeUndefined();
    expect(network.input).toEqual({ channels: '1', height: '28', width: '28' });
    const { link, rejected } = readLink(paramsOf('/step'));
    expect(rejected).toEqual([]);
    expect(link).toMatchObject({ weights: 'trained', step: 2, open: 'c1.output[0,0,0]' });
  });
});
