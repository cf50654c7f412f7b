import type { Tensor } from '$lib/nn';
import { decayed, type ParameterState, type Updated } from './rule';

/** Adam (Kingma and Ba, 2015) as `torch.optim.Adam`; its weight decay is L2, not AdamW's. */
export interface AdamRule {
  readonly kind: 'adam';
  readonly lr: number;
  /** How slowly the mean of the gradients and the mean of their squares forget. */
  readonly betas: readonly [number, number];
  readonly eps: number;
  readonly weightDecay: number;
}

/** The rule with PyTorch's defaults: lr 0.001, betas 0.9 and 0.999, eps 1e-8, no weight decay. */
export function adam(options: Partial<Omit<AdamRule, 'kind'>> = {}): AdamRule {
  return { kind: 'adam', lr: 1e-3, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0, ...options };
}

/**
 * One parameter's step: m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g² run from zeros, so both are
 * divided by 1 − βᵗ to make up for it; then value − lr · m̂ / (√v̂ + eps). `step` is t, from 1.
 * `value` and `grad` of any one shape; returns new tensors of it.
 */
export function adamUpdate(
  rule: AdamRule,
  value: Tensor,
  grad: Tensor,
  state: ParameterState,
  step: number,
): Updated {
  const { lr, eps, weightDecay } = rule;
  const [beta1, beta2] = rule.betas;
  const { shape } = value;
  const g = decayed(value, grad, weightDecay);
  const meanBefore = state.expAvg?.data ?? new Float64Array(g.length);
  const squareBefore = state.expAvgSq?.data ?? new Float64Array(g.length);

  const mean = meanBefore.map((m, i) => beta1 * m + (1 - beta1) * g[i]);
  const square = squareBefore.map((v, i) => beta2 * v + (1 - beta2) * g[i] * g[i]);
  const meanScale = 1 - beta1 ** step;
  const squareScale = 1 - beta2 ** step;
  const data = value.data.map(
    (w, i) => w - (lr * (mean[i] / meanScale)) / (Math.sqrt(square[i] / squareScale) + eps),
  );
  return {
    value: { shape, data },
    state: { expAvg: { shape, data: mean }, expAvgSq: { shape, data: square } },
  };
}
