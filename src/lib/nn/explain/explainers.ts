import { definitionOf } from '../operations';
import { roles, type Explainer } from '../operations/definition';
import { firstWay } from '../operations/way';
import { readsOf } from '../trace/operation';
import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import { reader } from './reader';
import { refShape } from './ref';
import type { Rule } from './rule';
import { explainFormula } from './update';

/** One tensor that a step wrote, the tensors that it was made of, and what explains it. */
export interface Written {
  readonly tensor: string;
  /** In the order by which `explainer.users` counts them. */
  readonly reads: readonly string[];
  readonly explainer: Explainer<Rule>;
}

/** The tensors that a step wrote, each with its explainer; none for the picture, which is given. */
export function writtenBy(trace: Trace, step: Step): readonly Written[] {
  const { operation, reads, writes } = step;
  if (operation.kind === 'input') return [];
  if (operation.kind === 'update') {
    return operation.formulas.map((formula) => ({
      tensor: formula.writes,
      reads: readsOf(formula),
      explainer: explainFormula(trace, formula),
    }));
  }
  const definition = definitionOf(operation.kind);
  const explainer = definition.explain({
    reads: reads.map((name, i) => reader(trace, name, roles[definition.reads[i]])),
    shape: refShape(trace, writes[0]),
    options: operation.options,
    way: firstWay,
  });
  return [{ tensor: writes[0], reads, explainer: explainer as Explainer<Rule> }];
}
