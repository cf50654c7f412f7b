import { elementwise } from './elementwise';

const amplitude = 1.7159;
const steepness = 2 / 3;

/**
 * The squashing function of the paper (its equation 6): 1.7159 · tanh(2/3 · x), which takes ±1 to
 * about ±1, element by element, in any shape. Its slope is (2/3 / 1.7159) · (1.7159² − y²), which the
 * output y already knows.
 */
export const scaledTanhOperation = elementwise({
  value: () => ({
    value: (x) => amplitude * Math.tanh(steepness * x),
    tex: (x) => `${amplitude}\\tanh(\\tfrac{2}{3}\\,${x})`,
  }),
  slope: () => ({
    value: (y) => (steepness / amplitude) * (amplitude ** 2 - y ** 2),
    tex: (y) => `\\tfrac{2/3}{${amplitude}}\\,(${amplitude}^2 - ${y}^2)`,
  }),
  slopeFrom: 'output',
});
