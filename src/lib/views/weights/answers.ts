import type { WeightChoice } from '../sample/weight-choice';
import written from './sample-answers.json';

/**
 * What each network that comes with the page, the fresh one of seed 0, says to each of the ten sample
 * digits: `npm run weights` computes it, so that a switch can say it before any network is fetched.
 */
export const sampleAnswers: Readonly<Record<WeightChoice, readonly number[]>> = written;
