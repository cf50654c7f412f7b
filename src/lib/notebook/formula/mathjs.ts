import * as mathjs from 'mathjs/number';
import { convert, type MathNode } from './convert';
import { walk, type Expression } from './expression';
import { builtIns } from './functions';
import type { Language, Statement, Value } from './language';
import { limits } from './limits';
import { isName, isNameCharacter, isReserved } from './names';
import { Refusal, type Problem } from './problem';

/** mathjs's parser and the functions that `functions.ts` lists; nothing else is bundled. */
const factories = {
  parse: mathjs.parseDependencies,
  operators: [
    mathjs.addDependencies,
    mathjs.subtractDependencies,
    mathjs.multiplyDependencies,
    mathjs.divideDependencies,
    mathjs.powDependencies,
    mathjs.modDependencies,
    mathjs.unaryMinusDependencies,
    mathjs.unaryPlusDependencies,
    mathjs.smallerDependencies,
    mathjs.smallerEqDependencies,
    mathjs.largerDependencies,
    mathjs.largerEqDependencies,
    mathjs.equalDependencies,
    mathjs.unequalDependencies,
    mathjs.andDependencies,
    mathjs.orDependencies,
    mathjs.notDependencies,
  ],
  functions: [
    mathjs.absDependencies,
    mathjs.atanDependencies,
    mathjs.ceilDependencies,
    mathjs.cosDependencies,
    mathjs.expDependencies,
    mathjs.floorDependencies,
    mathjs.logDependencies,
    mathjs.log10Dependencies,
    mathjs.log2Dependencies,
    mathjs.maxDependencies,
    mathjs.meanDependencies,
    mathjs.minDependencies,
    mathjs.roundDependencies,
    mathjs.signDependencies,
    mathjs.sinDependencies,
    mathjs.sqrtDependencies,
    mathjs.sumDependencies,
    mathjs.tanDependencies,
    mathjs.tanhDependencies,
  ],
  constants: [mathjs.eDependencies, mathjs.piDependencies],
};

/** A node that compiles to closures: mathjs neither builds nor evaluates JavaScript text. */
type CompilableNode = MathNode & { compile(): { evaluate(scope: Map<string, Value>): unknown } };

/**
 * The notebook's language as mathjs reads and evaluates it. A text is refused before it is parsed
 * where it is too long or nested too deep, and before it is compiled where it holds anything that
 * the notebook's own tree has no form for. `parse` never throws.
 */
export function createLanguage(): Language {
  const { parse } = mathjs.create(factories as unknown as mathjs.FactoryFunctionMap);
  parse.isAlpha = isNameCharacter;

  function read(text: string): Statement {
    if (text.length > limits.characters) {
      throw new Refusal({ kind: 'tooLong', actual: text.length, limit: limits.characters });
    }
    checkNesting(text);
    const node = parse(text) as unknown as CompilableNode;

    if (node.type === 'AssignmentNode') {
      if (node.object.type !== 'SymbolNode' || node.index) {
        throw new Refusal({ kind: 'forbidden', what: 'property', part: '' });
      }
      const { name } = node.object;
      checkDefinable(name);
      const code = (node.value as CompilableNode).compile();
      return { name, body: readBody(node.value), run: (scope) => code.evaluate(scope) };
    }
    if (node.type === 'FunctionAssignmentNode') {
      const { name, params: parameters, expr } = node;
      [name, ...parameters].forEach(checkDefinable);
      const body = readBody(expr, parameters);
      const code = node.compile();
      return { name, parameters, body, run: (scope) => code.evaluate(scope) };
    }
    const body = readBody(node);
    const code = node.compile();
    return { body, run: (scope) => code.evaluate(scope) };
  }

  return {
    parse(text) {
      try {
        return { ok: true, statement: read(text) };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
  };
}

/** Throws where a name may not be defined, because it has no right form or a meaning already. */
function checkDefinable(name: string): void {
  if (isReserved(name) || builtIns.has(name)) throw new Refusal({ kind: 'reservedName', name });
  if (!isName(name)) throw new Refusal({ kind: 'badName', name });
}

function readBody(node: MathNode, parameters: string[] = []): Expression {
  const body = convert(node);
  for (const part of walk(body)) {
    if (part.kind === 'name' && isReserved(part.name)) {
      throw new Refusal({ kind: 'reservedName', name: part.name });
    }
    if (part.kind === 'name' && builtIns.has(part.name)) {
      throw new Refusal({ kind: 'functionWithoutArguments', name: part.name });
    }
    if (part.kind !== 'call') continue;
    if (parameters.includes(part.name))
      throw new Refusal({ kind: 'notAFunction', name: part.name });
    checkArguments(part.name, part.arguments.length);
  }
  return body;
}

function checkArguments(name: string, actual: number): void {
  const [least, most] = builtIns.get(name)?.arguments ?? [0, Infinity];
  if (actual < least || actual > most) {
    throw new Refusal({ kind: 'argumentCount', name, least, most, actual });
  }
}

/** Throws where brackets stand too deep in one another, before a parser descends into them. */
function checkNesting(text: string): void {
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth > limits.depth) throw new Refusal({ kind: 'tooDeep', limit: limits.depth });
  }
}

/** The problem behind anything that reading a text may throw. */
function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  // The parser descends once for every sign of a chain such as `- - - 1`.
  if (error instanceof RangeError) return { kind: 'tooDeep', limit: limits.depth };
  const { message, char = 1 } = error as Error & { char?: number };
  const at = char - 1;
  if (/parenthes/i.test(message)) return { kind: 'syntax', reason: 'bracket', at };
  if (/unexpected end/i.test(message)) return { kind: 'syntax', reason: 'ended', at };
  if (/value expected/i.test(message)) return { kind: 'syntax', reason: 'expectedValue', at };
  return { kind: 'syntax', reason: 'unexpected', at };
}
