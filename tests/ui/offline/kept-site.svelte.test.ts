import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptSite } from '$lib/ui/offline/kept-site.svelte';

/** A worker, a registration and their container as a browser has them, moved by hand. */
class FakeWorker extends EventTarget {
  state = 'installing';
  postMessage = vi.fn();
  become(state: string) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}
class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
}
class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  register = vi.fn(async () => this.registration);
}

let site: KeptSite;
let fake: FakeContainer;
let container: ServiceWorkerContainer;
beforeEach(() => {
  site = new KeptSite();
  fake = new FakeContainer();
  container = fake as unknown as ServiceWorkerContainer;
});
const begin = () => site.begin(container, '/service-worker.js');

describe('a site that is kept', () => {
  it('is being stored, then kept, and is no newer edition of itself', async () => {
    const worker = (fake.registration.installing = new FakeWorker());
    await begin();
    expect(site.keeping).toBe('storing');
    expect(site.answersAfterReload).toBe(false);
    Object.assign(fake.registration, { installing: null, waiting: worker });
    worker.become('installed');
    expect(site.hasNewer).toBe(false);
    Object.assign(fake.registration, { waiting: null, active: worker });
    worker.become('activated');
    expect(site.keeping).toBe('kept');
    expect(site.answersAfterReload).toBe(true);
  });

  it('fails where a file did not come, and says so no more once it has an edition', async () => {
    const worker = (fake.registration.installing = new FakeWorker());
    await begin();
    worker.become('redundant');
    expect(site.keeping).toBe('failed');
  });

  it('tells of a newer edition, found at the start or later, and takes it up only when asked', async () => {
    fake.registration.active = fake.controller = new FakeWorker();
    await begin();
    expect(site.keeping).toBe('kept');
    expect(site.hasNewer).toBe(false);
    const newer = (fake.registration.installing = new FakeWorker());
    fake.registration.dispatchEvent(new Event('updatefound'));
    Object.assign(fake.registration, { installing: null, waiting: newer });
    newer.become('installed');
    expect(site.hasNewer).toBe(true);
    expect(newer.postMessage).not.toHaveBeenCalled();
    const reload = vi.fn();
    site.takeUp(container, reload);
    expect(newer.postMessage).toHaveBeenCalledWith('skip-waiting');
    expect(reload).not.toHaveBeenCalled();
    fake.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('a newer edition that fails leaves the old one kept', async () => {
    fake.registration.active = fake.controller = new FakeWorker();
    await begin();
    const newer = (fake.registration.installing = new FakeWorker());
    fake.registration.dispatchEvent(new Event('updatefound'));
    newer.become('redundant');
    expect([site.keeping, site.hasNewer]).toEqual(['kept', false]);
  });
});

it('cannot be kept where the browser has no service workers', async () => {
  await site.begin(undefined, '/service-worker.js');
  expect(site.keeping).toBe('impossible');
});

it('a registration that is refused is a failure, not an error', async () => {
  fake.register.mockRejectedValue(new DOMException('no', 'SecurityError'));
  await begin();
  expect(site.keeping).toBe('failed');
});
