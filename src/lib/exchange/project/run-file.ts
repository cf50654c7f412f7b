import { normalizations, type Split } from '$lib/data';
import { jOf, type Network } from '$lib/network';
import { recipeOf } from '$lib/training/recipes';
import type { Settings } from '$lib/training/settings';
import type { TestScore } from './examine';
import { metadataOf } from '$lib/training/remarks';

/** What leaves of a run. */
export interface RunToExport {
  readonly settings: Settings;
  readonly network: Network;
  /** How many digits it trains on and is tested on. */
  readonly digits: { readonly [Part in keyof Split]: number };
  readonly score: TestScore;
  /** The SHA-256 of its weights. */
  readonly fingerprint: string;
}

/** `run.json`: all that `train.py` needs to know of a run, and how it ended here. */
export function runFile({ settings, network, digits, score, fingerprint }: RunToExport): string {
  const { correct, count, loss } = score;
  const run = {
    recipe: recipeOf(settings) ?? 'own',
    settings,
    normalization: normalizations[settings.normalize],
    loss: network.loss,
    j: jOf(network),
    digits,
    result: { correct, count, accuracy: correct / count, loss },
    fingerprint: `sha256:${fingerprint}`,
    metadata: metadataOf(settings, network),
  };
  return `${JSON.stringify(run, undefined, 2)}\n`;
}
