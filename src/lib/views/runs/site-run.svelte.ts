import type { Component } from 'svelte';
import type { TrainingRun } from './training-run.svelte';

/** A digit that a run is asked to read: [28, 28] grey levels, and what it is where somebody said so. */
export interface WatchedDigit {
  readonly pixels: Uint8Array;
  readonly label: number | undefined;
}

/**
 * The one run of the site: it goes on when its page is left, and every page can say how far it is. Knows of
 * what trains by its type alone, so that a page without a run carries none of it.
 */
export class SiteRun {
  /** The run; undefined before the first one of this visit. */
  run = $state.raw<TrainingRun>();
  /** What says how far it is on other pages; it comes with the run. */
  Strip = $state.raw<Component<{ site: SiteRun; address: string }>>();
  /** The digit of the reader's own that it reads. */
  digit = $state.raw<WatchedDigit>();

  /** The run as it stands; it goes on by itself from here. */
  keep(run: TrainingRun, Strip: SiteRun['Strip']): void {
    this.run = run;
    this.Strip = Strip;
  }

  /** Ends the run's worker and forgets it; what was kept of it stays in the browser. */
  end(): void {
    this.run?.dispose();
    this.run = undefined;
  }
}

/** The run of this tab. */
export const siteRun = new SiteRun();
