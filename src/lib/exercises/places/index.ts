import {
  closedGate,
  growingScore,
  largestNumber,
  largestTerm,
  nearestRival,
  passedNumber,
  strongestGradient,
} from './numbers';
import { metPixel, reachedLast, seenLast } from './windows';

/** Every rule of a number to be found in the network, by the name under which an exercise asks for it. */
export const placeRules = {
  'closed-gate': closedGate,
  'growing-score': growingScore,
  'largest-number': largestNumber,
  'largest-term': largestTerm,
  'met-pixel': metPixel,
  'nearest-rival': nearestRival,
  'passed-number': passedNumber,
  'reached-last': reachedLast,
  'seen-last': seenLast,
  'strongest-gradient': strongestGradient,
};

/** The name of such a rule. */
export type PlaceRuleName = keyof typeof placeRules;

export { hasPlaces, hasTensor } from './known';
export type { PlaceRule } from './rule';
