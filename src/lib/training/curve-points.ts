/** Points of the loss and accuracy curves that have not been reported yet. */
export interface Points {
  readonly losses: Float32Array;
  readonly accuracies: Float32Array;
}

/** The most points that a curve has: more than its picture has pixels across. */
const mostPoints = 1500;

/** How many batches one point sums up in a run of this many. */
export function stepsPerPoint(totalSteps: number): number {
  return Math.max(1, Math.ceil(totalSteps / mostPoints));
}

/** Sums up batches into points of the curves: the mean of every `stepsPerPoint` of them. */
export class PointCollector {
  readonly #stepsPerPoint: number;
  #losses: number[] = [];
  #accuracies: number[] = [];
  #current = { steps: 0, loss: 0, accuracy: 0 };

  constructor(stepsPerPoint: number) {
    this.#stepsPerPoint = stepsPerPoint;
  }

  /** Takes in one batch: its mean loss, and the share of it that was right. */
  add(loss: number, accuracy: number): void {
    const current = this.#current;
    current.steps++;
    current.loss += loss;
    current.accuracy += accuracy;
    if (current.steps < this.#stepsPerPoint) return;
    this.#losses.push(current.loss / current.steps);
    this.#accuracies.push(current.accuracy / current.steps);
    this.#current = { steps: 0, loss: 0, accuracy: 0 };
  }

  /** The points since the last call. */
  take(): Points {
    const points = {
      losses: Float32Array.from(this.#losses),
      accuracies: Float32Array.from(this.#accuracies),
    };
    this.#losses = [];
    this.#accuracies = [];
    return points;
  }
}
