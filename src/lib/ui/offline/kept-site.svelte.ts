/** How far this browser has come with keeping the site, so that it works without a connection. */
export type Keeping =
  /** It cannot: no service workers here, or a page that does not come over https or from this machine. */
  | 'impossible'
  | 'storing'
  | 'kept'
  /** A file did not come, or storage is full or forbidden; tried again at the next visit. */
  | 'failed';

/**
 * What keeps the site on the reader's machine, as the page sees it. A newer edition is stored while this one is
 * in use and waits until the reader takes it up: nothing is ever loaded anew by itself.
 */
export class KeptSite {
  keeping = $state<Keeping>('storing');
  /** Whether a newer edition is stored and waits. */
  hasNewer = $state(false);
  #registration: ServiceWorkerRegistration | undefined;

  /** Whether what keeps the site answers for it after a reload: it then isolates the page on any host. */
  get answersAfterReload(): boolean {
    return this.keeping === 'kept';
  }

  /** Registers the service worker at `address` and follows it. Called once. */
  async begin(container: ServiceWorkerContainer | undefined, address: string): Promise<void> {
    if (!container) {
      this.keeping = 'impossible';
      return;
    }
    try {
      const registration = await container.register(address, { updateViaCache: 'none' });
      this.#registration = registration;
      this.#follow(registration.installing, container);
      registration.addEventListener('updatefound', () =>
        this.#follow(registration.installing, container),
      );
      if (registration.active) this.keeping = 'kept';
      this.#look(container);
    } catch {
      this.keeping = 'failed';
    }
  }

  #follow(worker: ServiceWorker | null, container: ServiceWorkerContainer): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') this.keeping = 'kept';
      if (worker.state === 'redundant' && !this.#registration?.active) this.keeping = 'failed';
      this.#look(container);
    });
  }

  /** A worker that waits is of a newer edition only where an older one is in use. */
  #look({ controller }: ServiceWorkerContainer): void {
    this.hasNewer = Boolean(this.#registration?.waiting && controller);
  }

  /** Takes up the newer edition and calls `reload` once it answers. */
  takeUp(container: ServiceWorkerContainer, reload: () => void): void {
    container.addEventListener('controllerchange', reload, { once: true });
    this.#registration?.waiting?.postMessage('skip-waiting');
  }
}

/** This page's. */
export const keptSite = new KeptSite();
