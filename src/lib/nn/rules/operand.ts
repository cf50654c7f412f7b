/** One number of a trace. What belongs to the sample has no sample axis: `c3.output` is [C, H, W]. */
export interface Ref {
  readonly tensor: string;
  readonly index: readonly number[];
}

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

/** What is said of every rule of one kind. */
export interface RuleForm<R> {
  /** Everything that the rule is applied to, in its order; one can come twice. */
  operands(rule: R): readonly Operand[];
  /** The number that the rule gives when it is applied to its operands' values alone. */
  evaluate(rule: R): number;
  /** What stands right of the equals sign, in TeX, with the operands' numbers put in. */
  numbers(rule: R): string;
}
