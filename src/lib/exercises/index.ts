export { evaluate, printCalculation } from './expression';
export { placeText, type Place, type SearchName } from './find';
export { settingOf, slipsOf, type Setting, type Verdict } from './rule';
export { rules, type RuleName } from './rules';
export { ruleNames } from './rule-names';
export { cellText, judgeRow, type LayerTable, type TableName, type TableRow } from './table';
export { ruleOf, taskOf, type Answer, type Task } from './task';
