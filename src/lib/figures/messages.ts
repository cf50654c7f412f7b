import { defineMessages } from '$lib/ui/messages';

/** The words of the pictures. */
export const messages = defineMessages({
  en: {
    cell: (row: number, column: number, value: string) => `row ${row}, column ${column}: ${value}`,
    mapCell: (map: string, row: number, column: number, value: string) =>
      `${map}, row ${row}, column ${column}: ${value}`,
    legend: 'Scale of the values',
    says: (index: number) => `says ${index}`,
    is: (index: number) => `is ${index}`,
    isTrue: 'the true class',
    isRight: 'the answer, and right',
    isWrong: 'the answer, and wrong',
    isAnswer: 'the answer',
  },
  zh: {
    cell: (row: number, column: number, value: string) => `第 ${row} 行，第 ${column} 列：${value}`,
    mapCell: (map: string, row: number, column: number, value: string) =>
      `${map}，第 ${row} 行，第 ${column} 列：${value}`,
    legend: '数值的色标',
    says: (index: number) => `答 ${index}`,
    is: (index: number) => `是 ${index}`,
    isTrue: '正确的类别',
    isRight: '回答，正确',
    isWrong: '回答，错误',
    isAnswer: '回答',
  },
});
