import type { Tensor } from '$lib/nn';
import type { ParameterState, Updated } from './rule';

/**
 * The paper's stochastic diagonal Levenberg–Marquardt (appendix C): every parameter has a step size of its
 * own, η / (μ + h), where h is the second derivative of the loss along it, a mean over some samples.
 */
export interface SdlmRule {
  readonly kind: 'sdlm';
  /** η, above 0. */
  readonly lr: number;
  /** μ, above 0: it bounds the step size by η / μ where the loss is flat. */
  readonly mu: number;
  readonly weightDecay: 0;
}

/** The rule. Throws unless η and μ are above 0. */
export function sdlm({ lr, mu }: Pick<SdlmRule, 'lr' | 'mu'>): SdlmRule {
  for (const [name, value] of Object.entries({ lr, mu })) {
    if (value > 0 && Number.isFinite(value)) continue;
    throw new Error(`sdlm: invalid ${name}: expected a number above 0, got ${value}`);
  }
  return { kind: 'sdlm', lr, mu, weightDecay: 0 };
}

/**
 * One parameter a step of its own size down its gradient: w − η / (μ + h) · grad. `state` holds the second
 * derivatives of the samples that h is the mean of, and stays as it is; without any, h is `own`, that of
 * the sample itself. All of one shape; returns new tensors of it, h and the step sizes among them.
 */
export function sdlmUpdate(
  { lr, mu }: SdlmRule,
  value: Tensor,
  grad: Tensor,
  state: ParameterState,
  own?: Tensor,
): Updated {
  const { shape } = value;
  const remembered = Object.values(state);
  const samples = remembered.length > 0 ? remembered : own ? [own] : [];
  if (samples.length === 0) throw new Error('sdlm: no second derivatives');
  const h = new Float64Array(value.data.length);
  for (const { data } of samples) data.forEach((each, i) => (h[i] += (1 / samples.length) * each));
  const sizes = h.map((each) => lr / (mu + each));
  return {
    value: { shape, data: value.data.map((w, i) => w - sizes[i] * grad.data[i]) },
    state,
    made: { meanCurvature: { shape, data: h }, stepSize: { shape, data: sizes } },
  };
}
