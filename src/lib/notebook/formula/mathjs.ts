import * as mathjs from 'mathjs/number';
import { compile } from './compute';
import { convert, type MathNode } from './convert';
import { walk, type Expression } from './expression';
import { builtIns, isFunctionName } from './functions';
import type { Language, Statement } from './language';
import { limits } from './limits';
import { isName, isNameCharacter, isReserved } from './names';
import type { NormalisedSource } from './normalise';
import { Refusal, type Problem } from './problem';
import { spell } from './spelling';

/**
 * The notebook's language as mathjs parses it. A text is refused before it is parsed where it is
 * too long or nested too deep, and after it where it holds anything that the notebook's own tree
 * has no form for; values are computed from that tree. `parse` never throws.
 */
export function createLanguage(): Language {
  const { parse } = mathjs.create({ parse: mathjs.parseDependencies });
  parse.isAlpha = isNameCharacter;

  function read(text: string): Statement {
    checkNesting(text);
    const node = parse(text) as unknown as MathNode;

    if (node.type === 'AssignmentNode') {
      if (node.object.type !== 'SymbolNode' || node.index) {
        throw new Refusal({ kind: 'forbidden', what: 'property', part: '' });
      }
      const { name } = node.object;
      checkDefinable(name);
      const body = readBody(node.value);
      return { name, body, run: runner(body) };
    }
    if (node.type === 'FunctionAssignmentNode') {
      const { name, params: parameters, expr } = node;
      [name, ...parameters].forEach(checkDefinable);
      const body = readBody(expr, parameters);
      const code = compile(body, parameters);
      const run: Statement['run'] =
        (scope) =>
        (...args: (number | boolean)[]) =>
          code(scope, args) as number | boolean;
      return { name, parameters, body, run };
    }
    const body = readBody(node);
    return { body, run: runner(body) };
  }

  return {
    parse(text) {
      let spelt: NormalisedSource | undefined;
      try {
        if (text.length > limits.characters) {
          throw new Refusal({ kind: 'tooLong', actual: text.length, limit: limits.characters });
        }
        spelt = spell(text);
        return { ok: true, statement: read(spelt.text) };
      } catch (error) {
        return { ok: false, problem: problemOf(error, spelt) };
      }
    },
  };
}

function runner(body: Expression): Statement['run'] {
  const code = compile(body);
  return (scope) => code(scope, []);
}

/** Throws where a name may not be defined, because it has no right form or a meaning already. */
function checkDefinable(name: string): void {
  if (isReserved(name) || isFunctionName(name)) throw new Refusal({ kind: 'reservedName', name });
  if (!isName(name)) throw new Refusal({ kind: 'badName', name });
}

function readBody(node: MathNode, parameters: string[] = []): Expression {
  const body = convert(node);
  for (const part of walk(body)) {
    if (part.kind === 'name' && isReserved(part.name)) {
      throw new Refusal({ kind: 'reservedName', name: part.name });
    }
    if (part.kind === 'name' && isFunctionName(part.name)) {
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
function problemOf(error: unknown, spelt?: NormalisedSource): Problem {
  if (error instanceof Refusal) return error.problem;
  // The parser descends once for every sign of a chain such as `- - - 1`.
  if (error instanceof RangeError) return { kind: 'tooDeep', limit: limits.depth };
  const { message, char = 1 } = error as Error & { char?: number };
  const at = spelt?.origins[Math.min(char, spelt.origins.length) - 1] ?? 0;
  if (spelt?.text[char - 1] === ',') return { kind: 'syntax', reason: 'comma', at };
  if (/parenthes/i.test(message)) return { kind: 'syntax', reason: 'bracket', at };
  if (/unexpected end/i.test(message)) return { kind: 'syntax', reason: 'ended', at };
  if (/value expected/i.test(message)) return { kind: 'syntax', reason: 'expectedValue', at };
  return { kind: 'syntax', reason: 'unexpected', at };
}
