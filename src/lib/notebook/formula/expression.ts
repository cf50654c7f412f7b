/** The comparisons of the language, as typed. */
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** The operators between two operands, as typed. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | 'mod' | 'and' | 'or';

/**
 * An expression of the notebook's language. Only what stands here can be typed: lists, strings,
 * objects, properties, ranges, units and assignments within an expression have no form.
 */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'name'; name: string }
  | { kind: 'group'; content: Expression }
  | { kind: 'percent'; content: Expression }
  | { kind: 'unary'; operator: '-' | '+' | 'not'; operand: Expression }
  | {
      kind: 'binary';
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
      /** A product written without its sign: `2P`. */
      implicit: boolean;
    }
  | { kind: 'comparison'; operators: Comparison[]; operands: Expression[] }
  | { kind: 'call'; name: string; arguments: Expression[] }
  | { kind: 'choice'; condition: Expression; whenTrue: Expression; whenFalse: Expression };

/** The expressions directly inside one, in the order they are written. */
export function parts(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
    case 'name':
      return [];
    case 'group':
    case 'percent':
      return [expression.content];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'comparison':
      return expression.operands;
    case 'call':
      return expression.arguments;
    case 'choice':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
  }
}

/** An expression and all expressions inside it, outermost first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of parts(expression)) yield* walk(part);
}

/** The number an expression states outright, `5` or `-5`; undefined where it has to be computed. */
export function literal(expression: Expression): number | undefined {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind !== 'unary' || expression.operator !== '-') return undefined;
  return expression.operand.kind === 'number' ? -expression.operand.value : undefined;
}
