import type { BinaryOperator, Comparison, Expression } from './expression';
import { limits } from './limits';
import { isName } from './names';
import { Refusal, type Forbidden } from './problem';

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
      isPercentage: boolean;
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
      case 'RelationalNode':
        return {
          kind: 'comparison',
          operators: node.conditionals.map((name) => comparisons.get(name)!),
          operands: node.params.map(inner),
        };
      case 'FunctionNode':
        if (node.fn.type !== 'SymbolNode') throw forbid('property');
        return { kind: 'call', name: node.fn.name, arguments: node.args.map(inner) };
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

function operation(
  { op, fn, args, implicit, isPercentage }: Extract<MathNode, { type: 'OperatorNode' }>,
  inner: (node: MathNode) => Expression,
): Expression {
  const [left, right] = args;
  if (left && !right) {
    const operator = unaryOperators.get(fn);
    if (operator) return { kind: 'unary', operator, operand: inner(left) };
  } else if (left && right) {
    const comparison = comparisons.get(fn);
    const operator = binaryOperators.get(fn);
    if (isPercentage && fn === 'divide') return { kind: 'percent', content: inner(left) };
    if (comparison) {
      return { kind: 'comparison', operators: [comparison], operands: [inner(left), inner(right)] };
    }
    if (operator) {
      return { kind: 'binary', operator, left: inner(left), right: inner(right), implicit };
    }
  }
  throw forbid('operator', op);
}
