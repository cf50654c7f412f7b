import { defineMessages } from '$lib/ui/messages';

/** The words of the pictures. */
export const messages = defineMessages({
  en: {
    plane: (name: string, size: string) => `${name}, ${size}`,
    cell: (row: number, column: number, value: string) => `row ${row}, column ${column}: ${value}`,
    mapCell: (map: string, row: number, column: number, value: string) =>
      `${map}, row ${row}, column ${column}: ${value}`,
    legend: 'Scale of the values',
    answer: 'the label',
  },
  zh: {
    plane: (name: string, size: string) => `${name}，${size}`,
    cell: (row: number, column: number, value: string) => `第 ${row} 行，第 ${column} 列：${value}`,
    mapCell: (map: string, row: number, column: number, value: string) =>
      `${map}，第 ${row} 行，第 ${column} 列：${value}`,
    legend: '数值的色标',
    answer: '标签',
  },
});
