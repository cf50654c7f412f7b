import type { BinaryOperator, Comparison, Expression } from './expression';
import { printedNames } from './functions';
import { limits } from './limits';
import { isName } from './names';
import { Refusal, type Forbidden } from './problem';
import { percentSign } from './spelling';

/** What mathjs's parser hands over, as far as it is looked at. */
export type MathNode =
  | { type: 'ConstantNode'; value: unknown }
  | { type: 'SymbolNode'; name: string }
  | { type: 'ParenthesisNode'; content: MathNode }
  | { type: 'RelationalNode'; conditionals: string[]; params: MathNode[] }
  | { type: 'FunctionNode'; fn: MathNode; args: MathNode[] }
  | { type: 'ConditionalNode'; condition: MathNode; trueExpr: MathNode; falseExpr: MathNode }
  | {
      type: 'OperatorNode';
      op: string;
      fn: string;
      args: MathNode[];
      implicit: boolean;
    }
  | { type: 'AssignmentNode'; object: MathNode; index: unknown; value: MathNode }
  | { type: 'FunctionAssignmentNode'; name: string; params: string[]; expr: MathNode }
  | { type: RefusedNode };

type RefusedNode =
  'AccessorNode' | 'ArrayNode' | 'BlockNode' | 'IndexNode' | 'ObjectNode' | 'RangeNode';

const refusedNodes: Record<RefusedNode, Forbidden> = {
  AccessorNode: 'property',
  ArrayNode: 'list',
  BlockNode: 'innerAssignment',
  IndexNode: 'property',
  ObjectNode: 'object',
  RangeNode: 'range',
};

const binaryOperators = new Map<string, BinaryOperator>([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
  ['mod', 'mod'],
  ['and', 'and'],
  ['or', 'or'],
]);

const unaryOperators = new Map<string, '-' | '+' | 'not'>([
  ['unaryMinus', '-'],
  ['unaryPlus', '+'],
  ['not', 'not'],
]);

const comparisons = new Map<string, Comparison>([
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
  ['equal', '=='],
  ['unequal', '!='],
]);

const forbid = (what: Forbidden, part = '') => new Refusal({ kind: 'forbidden', what, part });

/**
 * Copies mathjs's tree into the notebook's own, which has a form only for what is allowed: an
 * allow-list by construction. Throws a Refusal that names the first thing that is not, and where
 * the tree is too large or too deep.
 */
export function convert(root: MathNode): Expression {
  let nodes = 0;

  function visit(node: MathNode, depth: number): Expression {
    if (++nodes > limits.nodes) throw new Refusal({ kind: 'tooManyParts', limit: limits.nodes });
    if (depth > limits.depth) throw new Refusal({ kind: 'tooDeep', limit: limits.depth });
    const inner = (child: MathNode) => visit(child, depth + 1);

    switch (node.type) {
      case 'ConstantNode':
        return constant(node.value);
      case 'SymbolNode':
        if (!isName(node.name)) throw new Refusal({ kind: 'badName', name: node.name });
        return { kind: 'name', name: node.name };
      case 'ParenthesisNode':
        return { kind: 'group', content: inner(node.content) };
      case 'ConditionalNode':
        return {
          kind: 'choice',
          condition: inner(node.condition),
          whenTrue: inner(node.trueExpr),
          whenFalse: inner(node.falseExpr),
        };
      case 'RelationalNode': {
        const [first, ...others] = node.params.map(inner);
        const operators = node.conditionals.map((name) => comparisons.get(name)!);
        return comparison(first!, operators, others);
      }
      case 'FunctionNode':
        if (node.fn.type !== 'SymbolNode') throw forbid('property');
        return call(node.fn.name, node.args.map(inner));
      case 'OperatorNode':
        return operation(node, inner);
      case 'AssignmentNode':
      case 'FunctionAssignmentNode':
        throw forbid('innerAssignment');
      default:
        throw forbid(refusedNodes[node.type] ?? 'operator', node.type);
    }
  }

  return visit(root, 1);
}

function constant(value: unknown): Expression {
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') throw forbid('text', `"${value.slice(0, 20)}"`);
  if (typeof value !== 'number' || Number.isNaN(value)) throw forbid('constant', String(value));
  if (!Number.isFinite(value)) throw new Refusal({ kind: 'infinite' });
  return { kind: 'number', value };
}

/** A call by the function's own name; a base may stand as a subscript, as it is printed: log_3(x). */
function call(name: string, args: Expression[]): Expression {
  const base = /^log_(\d+)$/.exec(name)?.[1];
  if (base !== undefined && !printedNames.has(name) && args.length === 1) {
    return {
      kind: 'call',
      name: 'log',
      arguments: [...args, { kind: 'number', value: Number(base) }],
    };
  }
  return { kind: 'call', name: printedNames.get(name) ?? name, arguments: args };
}

const isNot = (part: Expression) => part.kind === 'unary' && part.operator === 'not';

/**
 * Puts together what begins with `left`. The parser binds `not` to the first operand alone; here
 * `not 3 > 4` says that 3 > 4 does not hold, as in Python and as it is printed. Throws a Refusal
 * where `not` stands before one of the `others`, which can be read two ways.
 */
function beginningWith(
  left: Expression,
  others: readonly Expression[],
  build: (left: Expression) => Expression,
): Expression {
  if (others.some(isNot)) throw new Refusal({ kind: 'notNeedsBrackets' });
  if (left.kind !== 'unary' || left.operator !== 'not') return build(left);
  return { ...left, operand: beginningWith(left.operand, others, build) };
}

function comparison(first: Expression, operators: Comparison[], others: Expression[]): Expression {
  return beginningWith(first, others, (left) => ({
    kind: 'comparison',
    operators,
    operands: [left, ...others],
  }));
}

function operation(
  { op, fn, args, implicit }: Extract<MathNode, { type: 'OperatorNode' }>,
  inner: (node: MathNode) => Expression,
): Expression {
  const [left, right] = args;
  if (left && !right) {
    const operator = unaryOperators.get(fn);
    const operand = operator || op === percentSign ? inner(left) : undefined;
    if (!operand) throw forbid('operator', op);
    if (!operator) return { kind: 'percent', content: operand };
    if (operator !== 'not' && isNot(operand)) throw new Refusal({ kind: 'notNeedsBrackets' });
    return { kind: 'unary', operator, operand };
  }
  if (left && right) {
    const relation = comparisons.get(fn);
    const operator = binaryOperators.get(fn);
    if (relation) return comparison(inner(left), [relation], [inner(right)]);
    if (operator === 'and' || operator === 'or') {
      return { kind: 'binary', operator, left: inner(left), right: inner(right), implicit };
    }
    if (operator) {
      const factor = inner(right);
      return beginningWith(inner(left), [factor], (first) => ({
        kind: 'binary',
        operator,
        left: first,
        right: factor,
        implicit,
      }));
    }
  }
  throw forbid('operator', op);
}
