import type { Parameter, Tensor } from '$lib/nn';
import { adamUpdate, type AdamRule } from './adam';
import type { ParameterState, Updated } from './rule';
import { sdlmUpdate, type SdlmRule } from './sdlm';
import { sgdUpdate, type SgdRule } from './sgd';

/** How a parameter follows its gradient, as plain data: made by `sgd`, `adam` or `sdlm`. */
export type UpdateRule = SgdRule | AdamRule | SdlmRule;

/**
 * One parameter's update by any rule; `step` is the number of this update, from 1, and `curvature` the
 * second derivative along it of the sample's own loss, where there is one.
 */
export function applyRule(
  rule: UpdateRule,
  parameter: Parameter,
  state: ParameterState,
  step: number,
  curvature?: Tensor,
): Updated {
  const { value, grad } = parameter;
  if (rule.kind === 'sdlm') return sdlmUpdate(rule, value, grad, state, curvature);
  return rule.kind === 'sgd'
    ? sgdUpdate(rule, value, grad, state)
    : adamUpdate(rule, value, grad, state, step);
}

/**
 * Moves named parameters by a rule, as an optimiser of `torch.optim`. `rule` may be replaced between
 * steps by one of the same kind, as a learning-rate schedule does.
 */
export class Optimizer {
  rule: UpdateRule;
  /** Updates made so far. */
  steps = 0;
  /** What is remembered of each parameter, by the parameter's name. */
  readonly state = new Map<string, ParameterState>();
  readonly #parameters: ReadonlyMap<string, Parameter>;

  constructor(parameters: ReadonlyMap<string, Parameter>, rule: UpdateRule) {
    this.#parameters = parameters;
    this.rule = rule;
  }

  /** Changes every parameter in place by the gradient that it has gathered. */
  step(): void {
    this.steps += 1;
    for (const [name, parameter] of this.#parameters) {
      const updated = applyRule(this.rule, parameter, this.state.get(name) ?? {}, this.steps);
      parameter.value.data.set(updated.value.data);
      this.state.set(name, updated.state);
    }
  }
}
