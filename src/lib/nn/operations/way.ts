import { gradient, indexed, slopeOf } from '../rules/tex';

/** How a step back is written: on the first way of gradients, on the second of second derivatives. */
export interface Way {
  /** What the step gives, of a symbol: ∂L/∂x, or ∂²L/∂x². */
  of(symbol: string): string;
  /** What comes from behind, at an index: g, or h. */
  back(index: readonly (number | string)[]): string;
  /** What that is multiplied with: itself, or squared. */
  factor(symbol: string): string;
}

export const firstWay: Way = {
  of: slopeOf,
  back: (index) => gradient(indexed('g', index)),
  factor: (symbol) => symbol,
};

export const secondWay: Way = {
  of: (symbol) => gradient(`\\frac{\\partial^2 L}{\\partial ${symbol}^2}`),
  back: (index) => gradient(indexed('h', index)),
  factor: (symbol) => `{${symbol}}^2`,
};
