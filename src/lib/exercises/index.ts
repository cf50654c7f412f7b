export { evaluate, printCalculation, printFormula } from './expression';
export { formulaRules, type FormulaRuleName } from './formulas';
export { counterexample, type FormulaRule } from './formulas/rule';
export { placeText, type SearchName } from './find';
export type { Place } from './search';
export * from './handing';
export { settingOf, slipsOf, type Setting, type Verdict } from './rule';
export { rules, type RuleName } from './rules';
export { ruleNames } from './rule-names';
export { cellText, judgeRow, type LayerTable, type TableName, type TableRow } from './table';
export type { Answer, Task } from './task';
export { ruleOf, taskOf } from './task-of';
export {
  kernelSide,
  litBy,
  paintRules,
  paintSlips,
  paintWeights,
  readKernel,
  type PaintRuleName,
  type PaintSlip,
} from './paint';
export { hasPlaces, hasTensor, placeRules, type PlaceRule, type PlaceRuleName } from './places';
export { readPlace } from './places/pattern';
export type { Scene } from './places/scene';
