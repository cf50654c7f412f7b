import { operandsOf, type Operand, type Rule } from '$lib/nn';
import type { Locale } from '$lib/ui/locale';
import { numberMessages } from './number-messages';

/** One number that a rule was applied to, as a row of a table. */
export interface OperandRow {
  readonly operand: Operand;
  /** What it is in the rule, where that is not the same for all rows. */
  readonly note?: string;
  /** e to the number less the largest one, in softmax and cross-entropy. */
  readonly power?: number;
  /** The one that counts. */
  readonly isChosen: boolean;
}

/** The operands of a rule that is not a sum, in its order. */
export function operandRows(rule: Rule, locale: Locale): OperandRow[] {
  const t = numberMessages[locale];
  const plain = (operand: Operand, note?: string, isChosen = false) => ({
    operand,
    note,
    isChosen,
  });
  switch (rule.kind) {
    case 'maximum':
      return [
        plain(rule.winner, t.winner, true),
        ...rule.losers.map((loser) => plain(loser, t.loser)),
      ];
    case 'gate':
      return rule.gate === rule.passed
        ? [plain(rule.gate, t.gateNumber, rule.open)]
        : [plain(rule.passed, t.passedNumber, rule.open), plain(rule.gate, t.gateNumber)];
    case 'route':
      return rule.windows.flatMap(({ gradient, winner, won }) => [
        plain(gradient, t.passedNumber, won),
        plain(winner, t.winner),
      ]);
    case 'quotient':
    case 'crossEntropy': {
      const chosen = rule.kind === 'quotient' ? rule.numerator : rule.label.value;
      const largest = Math.max(...rule.logits.map(({ value }) => value));
      const rows = rule.logits.map((logit, i): OperandRow => ({
        ...plain(logit, undefined, i === chosen),
        power: Math.exp(logit.value - largest),
      }));
      return rule.kind === 'quotient' ? rows : [...rows, plain(rule.label, t.right)];
    }
    default:
      return operandsOf(rule).map((operand) => plain(operand));
  }
}
