import { failure, success, type Result } from '../result';
import type { Measure } from './measured';

/** The measure, as long as every count in it is still an exact whole number. */
export function checked(measure: Measure): Result<Measure> {
  const counts = [measure.parameters, measure.connections, measure.multiplyAdds, unitsOf(measure)];
  if (counts.every(Number.isSafeInteger)) return success(measure);
  return failure({ code: 'result-too-large', field: 'output' });
}

/** The numbers that a layer puts out for one sample. */
export function unitsOf({ output: [channels, height, width] }: Measure): number {
  return channels * height * width;
}
