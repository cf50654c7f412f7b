import { manualSeed } from '$lib/nn';
import { digitReader, readsQuickly } from './digit-reader';
import type { Engine } from './engine';
import { startingWeights } from './prepare';
import type { Report } from './protocol';
import type { Settings } from './settings';

type Post = (report: Report) => void;

/** The digit that a page watches while a run goes on: what the run reads in it. */
export class Watch {
  #pixels: Uint8Array | undefined;
  #reader: { readonly of: string; readonly read: ReturnType<typeof digitReader> } | undefined;

  /** Watches this digit from now on; tells what is read in it before any training. */
  begin(pixels: Uint8Array, settings: Settings, post: Post): void {
    this.#pixels = pixels;
    if (!readsQuickly(settings)) return;
    const weights = startingWeights(settings, manualSeed(settings.seed));
    post({ type: 'read', when: 'before', ...this.#readerOf(settings)(weights, pixels) });
  }

  /** Tells what the run reads in it now, where it is small enough to be asked. */
  look(settings: Settings, engine: Pick<Engine, 'weights'>, post: Post): void {
    if (!this.#pixels || !readsQuickly(settings)) return;
    const reading = this.#readerOf(settings)(engine.weights(), this.#pixels);
    post({ type: 'read', when: 'now', ...reading });
  }

  #readerOf(settings: Settings): ReturnType<typeof digitReader> {
    const { network, normalize } = settings;
    const of = `${network} ${normalize}`;
    if (this.#reader?.of !== of) this.#reader = { of, read: digitReader(settings) };
    return this.#reader.read;
  }
}
