import { plain } from './digits';
import type { Reference, RuleForm } from './operand';

/** `passed` where the gate is open, and else 0. Forward, ReLU's input is both. */
export interface GateRule {
  readonly kind: 'gate';
  readonly gate: Reference;
  readonly passed: Reference;
  readonly open: boolean;
}

/** Whether a number opens ReLU's gate: if it is positive, or no number at all. */
export const opens = (gate: number) => !(gate <= 0);

export const gateForm: RuleForm<GateRule> = {
  operands: ({ gate, passed }) => (gate === passed ? [gate] : [passed, gate]),
  evaluate: ({ gate, passed }) => (opens(gate.value) ? passed.value : 0),
  numbers: ({ gate, passed }) =>
    passed === gate
      ? `\\max(0,\\; ${plain(gate)})`
      : `${plain(passed)} \\cdot [${plain(gate)} > 0]`,
};
