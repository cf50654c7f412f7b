import type { Ref } from './ref';

/** What a number is in a rule; pages give each its colour. */
export type Role = 'input' | 'weight' | 'bias' | 'output' | 'gradient';

/** Another number of the trace. */
export interface Reference {
  readonly kind: 'reference';
  readonly role: Role;
  readonly ref: Ref;
  readonly value: number;
}

/** One of the zeros around a picture; `index` [C, row, column] lies outside it. */
export interface Padding {
  readonly kind: 'padding';
  readonly role: 'input';
  readonly index: readonly number[];
  readonly value: 0;
}

/** A hyperparameter or a fixed factor; `symbol` is its name in TeX. */
export interface NamedConstant {
  readonly kind: 'constant';
  readonly symbol: string;
  readonly value: number;
}

/** What a rule is applied to. */
export type Operand = Reference | Padding | NamedConstant;

/** One signed product of a sum. */
export interface Term {
  readonly factors: readonly Operand[];
  readonly product: number;
}

/** The sum of its terms, in the order in which the network added them. */
export interface SumRule {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
}

/** The largest of a window; the first, row by row, where several are equal. */
export interface MaximumRule {
  readonly kind: 'maximum';
  readonly winner: Reference;
  readonly losers: readonly Reference[];
}

/** `passed` where `gate` is positive, and else 0. Forward, ReLU's input is both. */
export interface GateRule {
  readonly kind: 'gate';
  readonly gate: Reference;
  readonly passed: Reference;
  readonly open: boolean;
}

/** The gradients of the maxima of which this number was a candidate: those that it won, added. */
export interface RouteRule {
  readonly kind: 'route';
  readonly windows: readonly {
    readonly gradient: Reference;
    readonly winner: Reference;
    readonly won: boolean;
  }[];
}

/** A function of one number. */
export interface FunctionRule {
  readonly kind: 'function';
  readonly name: 'tanh' | 'sigmoid';
  readonly argument: Reference;
}

/** A gradient times the slope of a function, which its `output` y gives: 1 − y², or y · (1 − y). */
export interface SlopeRule {
  readonly kind: 'slope';
  readonly name: 'tanh' | 'sigmoid';
  readonly gradient: Reference;
  readonly output: Reference;
}

/** Softmax: e to the `numerator`th logit over the sum of all. */
export interface QuotientRule {
  readonly kind: 'quotient';
  readonly logits: readonly Reference[];
  readonly numerator: number;
  /** Σ e^(z − the largest z): what all probabilities and the loss share. */
  readonly denominator: number;
}

/** Cross-entropy: log Σ e^z less the logit of the right class. */
export interface CrossEntropyRule {
  readonly kind: 'crossEntropy';
  readonly logits: readonly Reference[];
  readonly label: Reference;
  /** Σ e^(z − the largest z): what all probabilities and the loss share. */
  readonly denominator: number;
}

/** The gradient of a logit: its probability, less 1 if its class is the right one. */
export interface ResidualRule {
  readonly kind: 'residual';
  readonly probability: Reference;
  readonly label: Reference;
  /** The class of the logit, from 0. */
  readonly class: number;
}

/** Adam's step from the parameter and the two means. */
export interface AdamRuleStep {
  readonly kind: 'adam';
  readonly parameter: Reference;
  readonly expAvg: Reference;
  readonly expAvgSq: Reference;
  readonly constants: Readonly<Record<'lr' | 'beta1' | 'beta2' | 'eps' | 'step', NamedConstant>>;
}

/** Where asking ends: nothing in the trace made this number. */
export interface LeafRule {
  readonly kind: 'leaf';
  readonly leaf: 'pixel' | 'parameter' | 'label' | 'earlierState';
}

/** How a number was made. */
export type Rule =
  | SumRule
  | MaximumRule
  | GateRule
  | RouteRule
  | FunctionRule
  | SlopeRule
  | QuotientRule
  | CrossEntropyRule
  | ResidualRule
  | AdamRuleStep
  | LeafRule;
