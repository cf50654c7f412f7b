import type { Tensor } from '$lib/nn';
import { decayed, type ParameterState, type Updated } from './rule';

/** Stochastic gradient descent as `torch.optim.SGD`, with dampening 0. */
export interface SgdRule {
  readonly kind: 'sgd';
  readonly lr: number;
  /** How much of the last step goes on, from 0 up to 1; 0 keeps no buffer. */
  readonly momentum: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
}

/** The rule with PyTorch's defaults: no momentum, no weight decay, not Nesterov's. */
export function sgd(options: Pick<SgdRule, 'lr'> & Partial<Omit<SgdRule, 'kind'>>): SgdRule {
  return { kind: 'sgd', momentum: 0, weightDecay: 0, nesterov: false, ...options };
}

/**
 * One parameter a step down its gradient: v ← momentum · v + grad, value − lr · v. The first v is
 * the gradient itself. Nesterov's step looks ahead: value − lr · (grad + momentum · v).
 * `value` and `grad` of any one shape; returns new tensors of it.
 */
export function sgdUpdate(
  rule: SgdRule,
  value: Tensor,
  grad: Tensor,
  state: ParameterState,
): Updated {
  const { lr, momentum, weightDecay, nesterov } = rule;
  const { shape } = value;
  const g = decayed(value, grad, weightDecay);
  if (momentum === 0)
    return { value: { shape, data: value.data.map((w, i) => w - lr * g[i]) }, state: {} };

  const before = state.momentumBuffer?.data;
  const buffer = before ? before.map((v, i) => momentum * v + g[i]) : Float64Array.from(g);
  const step = nesterov ? g.map((gi, i) => gi + momentum * buffer[i]) : buffer;
  return {
    value: { shape, data: value.data.map((w, i) => w - lr * step[i]) },
    state: { momentumBuffer: { shape, data: buffer } },
  };
}
