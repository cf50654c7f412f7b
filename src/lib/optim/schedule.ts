/** What a schedule sets before an update. */
export interface ScheduledStep {
  readonly lr: number;
  /** SGD's momentum, or Adam's first beta; absent where the schedule leaves it alone. */
  readonly momentum?: number;
}

/** The settings of each update of a run, by its number from 0. */
export type Schedule = (step: number) => ScheduledStep;

/** The same learning rate throughout. */
export function constantLR(lr: number): Schedule {
  return () => ({ lr });
}

/** The settings of `oneCycleLR`, under PyTorch's names and with its defaults. */
export interface OneCycleOptions {
  /** The learning rate at the top. */
  readonly maxLr: number;
  /** Updates of the whole run. */
  readonly totalSteps: number;
  /** The part of the run that goes up, from 0 and below 1; 0.3. */
  readonly pctStart?: number;
  /** The run starts at maxLr / divFactor; 25. */
  readonly divFactor?: number;
  /** It ends at its start / finalDivFactor; 10,000. */
  readonly finalDivFactor?: number;
  /** Whether the momentum goes down while the learning rate goes up; true. */
  readonly cycleMomentum?: boolean;
  /** The momentum at the top of the learning rate; 0.85. */
  readonly baseMomentum?: number;
  /** The momentum at both ends; 0.95. */
  readonly maxMomentum?: number;
}

/**
 * Up to `maxLr` and down to almost nothing, along two half cosines, as
 * `torch.optim.lr_scheduler.OneCycleLR` (Smith and Topin, 2017). Throws for a step outside the run.
 */
export function oneCycleLR(options: OneCycleOptions): Schedule {
  const { maxLr, totalSteps, pctStart = 0.3, divFactor = 25, finalDivFactor = 1e4 } = options;
  const { cycleMomentum = true, baseMomentum = 0.85, maxMomentum = 0.95 } = options;
  if (!Number.isInteger(totalSteps) || totalSteps < 1) {
    throw new Error(`oneCycleLR: invalid totalSteps: expected at least 1, got ${totalSteps}`);
  }
  if (!(pctStart >= 0 && pctStart < 1)) {
    throw new Error(
      `oneCycleLR: invalid pctStart: expected 0 or more and below 1, got ${pctStart}`,
    );
  }
  const startLr = maxLr / divFactor;
  const endLr = startLr / finalDivFactor;
  const top = pctStart * totalSteps - 1;
  const last = totalSteps - 1;

  return (step) => {
    if (!(step >= 0 && step <= last)) {
      throw new Error(`oneCycleLR: invalid step: expected 0 to ${last}, got ${step}`);
    }
    const rising = top > 0 && step <= top;
    const part = rising ? step / top : (step - top) / (last - top);
    const lr = rising ? cosine(startLr, maxLr, part) : cosine(maxLr, endLr, part);
    if (!cycleMomentum) return { lr };
    const momentum = rising
      ? cosine(maxMomentum, baseMomentum, part)
      : cosine(baseMomentum, maxMomentum, part);
    return { lr, momentum };
  };
}

/** From `start` to `end` along half a cosine, at the fraction `part` of the way. */
function cosine(start: number, end: number, part: number): number {
  return end + ((start - end) / 2) * (1 + Math.cos(Math.PI * part));
}
