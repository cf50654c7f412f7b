export { evaluate, printCalculation } from './expression';
export { settingOf, slipsOf, type Setting, type Verdict } from './rule';
export { rules, type RuleName } from './rules';
export { ruleNames } from './rule-names';
export { ruleOf, taskOf, type Answer, type Task } from './task';
