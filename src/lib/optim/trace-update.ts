import {
  givenTo,
  nameOf,
  placeOf,
  readsOf,
  runSteps,
  tensorOf,
  traceSample,
  type Parameter,
  type Sequential,
  type Step,
  type Tensor,
  type Trace,
  type UpdateFormula,
} from '$lib/nn';
import { updateFormulas } from './formulas';
import { applyRule, type UpdateRule } from './optimizer';
import { decayed, type ParameterState, type Updated } from './rule';

/** An optimiser between two updates: how many it has made, and its memory by parameter name. */
export interface OptimizerState {
  readonly steps: number;
  readonly parameters: ReadonlyMap<string, ParameterState>;
}

/** An optimiser that has made no update. */
export const freshState: OptimizerState = { steps: 0, parameters: new Map() };

/** A trace that ends in an update: one more step for every parameter. */
export interface UpdatedTrace extends Trace {
  readonly rule: UpdateRule;
  /** The optimiser after the update, to go on from. */
  readonly state: OptimizerState;
  /** The updated parameters by name, for `loadStateDict` together with what it keeps as it was. */
  readonly updated: Readonly<Record<string, Tensor>>;
  /** What the same sample gives with them: every tensor of forward and loss, by name. */
  readonly after: ReadonlyMap<string, Tensor>;
}

/** One sample forward, its loss, backward, and one update by `rule`. The network is left as it was. */
export function traceStep(
  network: Sequential,
  input: Tensor,
  label: number,
  rule: UpdateRule,
  state = freshState,
): UpdatedTrace {
  return traceUpdate(traceSample(network, input, label), rule, state);
}

/** The trace with an update of every parameter by `rule`, from the optimiser's `state` before it. */
export function traceUpdate(trace: Trace, rule: UpdateRule, state = freshState): UpdatedTrace {
  const step = state.steps + 1;
  const tensors = new Map(trace.tensors);
  const places = new Map(trace.places);
  const updateSteps: Step[] = [];
  const memory = new Map<string, ParameterState>();
  const updated: Record<string, Tensor> = {};
  for (const name of trace.parameters) {
    const parameter = { value: tensorOf(trace, name), grad: tensorOf(trace, `${name}.grad`) };
    const before = state.parameters.get(name) ?? {};
    const own = trace.tensors.get(`${name}.curvature`);
    const result = applyRule(rule, parameter, before, step, own);
    memory.set(name, result.state);
    updated[name] = result.value;
    const place = placeOf(trace, name);
    const formulas = updateFormulas(rule, name, Object.keys(before), step);
    updateSteps.push(stepOf(place.layer, formulas));
    const around = Object.entries(tensorsAround(parameter, rule, before, result));
    for (const [state, each] of around) {
      places.set(nameOf({ ...place, state }), { ...place, state });
      tensors.set(nameOf({ ...place, state }), each);
    }
  }
  const ahead = trace.steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  const given = new Map([...givenTo(trace), ...Object.entries(updated)]);
  return {
    steps: [...trace.steps, ...updateSteps],
    tensors,
    places,
    parameters: trace.parameters,
    rule,
    state: { steps: step, parameters: memory },
    updated,
    after: runSteps(ahead, given),
  };
}

/** What the update of one parameter read and wrote, by what became of it, as the formulas call it. */
function tensorsAround(
  { value, grad }: Parameter,
  rule: UpdateRule,
  before: ParameterState,
  after: Updated,
): Record<string, Tensor> {
  const around: Record<string, Tensor> = { updated: after.value };
  if (rule.weightDecay !== 0) {
    const data = decayed(value, grad, rule.weightDecay);
    around['grad.decayed'] = { shape: value.shape, data };
  }
  for (const [key, kept] of Object.entries(before)) around[`${key}.before`] = kept;
  return rule.kind === 'sdlm' ? { ...around, ...after.made } : { ...around, ...after.state };
}

function stepOf(layer: string, formulas: readonly UpdateFormula[]): Step {
  const writes = formulas.map((formula) => formula.writes);
  return {
    phase: 'update',
    layer,
    operation: { kind: 'update', formulas },
    reads: [...new Set(formulas.flatMap(readsOf).filter((each) => !writes.includes(each)))],
    writes,
  };
}
