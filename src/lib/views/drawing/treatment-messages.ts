import { drawingSide, penWidth, type Box } from '$lib/data';
import { formatNumber } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

interface Place {
  readonly row: number;
  readonly column: number;
}

const oneDigit = (value: number) => formatNumber(value, 1);
const longer = ({ rows, columns }: Box) => Math.max(rows, columns);

/** A box after scaling, rows × columns: `20 × 11.4`. */
const scaledSize = ({ rows, columns }: Box, scale: number) =>
  [rows, columns].map((side) => Number((side * scale).toFixed(1))).join(' × ');

/** How far the 20 × 20 square was moved from the image's middle. */
const moved = ({ row, column }: Place) => ({ down: row - 4, right: column - 4 });

function shiftEnglish(place: Place): string {
  const { down, right } = moved(place);
  const parts = [
    down !== 0 && `${Math.abs(down)} ${down > 0 ? 'down' : 'up'}`,
    right !== 0 && `${Math.abs(right)} to the ${right > 0 ? 'right' : 'left'}`,
  ].filter(Boolean);
  return parts.length === 0 ? 'it stays there' : `it is moved from there ${parts.join(' and ')}`;
}

function shiftChinese(place: Place): string {
  const { down, right } = moved(place);
  const parts = [
    down !== 0 && `向${down > 0 ? '下' : '上'}移 ${Math.abs(down)}`,
    right !== 0 && `向${right > 0 ? '右' : '左'}移 ${Math.abs(right)}`,
  ].filter(Boolean);
  return parts.length === 0 ? '无需再移' : `再${parts.join('、')} 个像素`;
}

/** The words of what becomes of a drawing: each step to the image, and what the network says of it. */
export const treatmentMessages = defineMessages({
  en: {
    why: 'A network knows digits as MNIST shows them: all of one size, all in one place, with soft edges. Your drawing is made into such an image here; where this is left out, drawn digits are often misread.',
    steps: 'From the drawing to the image',
    photoTaken: 'Your picture',
    photoNumbers: (width: number, height: number) =>
      `${width} × ${height} grey levels, from 0, black, to 255, white.`,
    background: 'Its background',
    backgroundNumbers:
      'The middle grey level of each part of the picture, which is the paper and the light on it: ink covers less than half of any part.',
    onPhoto: 'The ink on it',
    onPhotoNumbers: (isInverted: boolean) =>
      `${isInverted ? 'The ink is lighter than its background, so light and dark change places.' : 'What is darker than its background.'} Specks are dropped.`,
    placedOnSurface: 'On the drawing surface',
    placedOnSurfaceNumbers: (before: number, after: number) =>
      after > before
        ? `Three quarters of ${drawingSide} high or wide. Its lines were ${oneDigit(before)} wide, a thin pen’s; they were made ${oneDigit(after)} wide.`
        : `Three quarters of ${drawingSide} high or wide. Its lines are ${oneDigit(before)} wide.`,
    drawn: 'What you drew',
    drawnNumbers: (strokes: number, widths: readonly number[], hasBase: boolean) => {
      const drawn = `${strokes} ${strokes === 1 ? 'stroke' : 'strokes'} of a pen ${widths.join(' and ')} wide`;
      const base = 'the digit you began with';
      const what = hasBase ? (strokes === 0 ? base : `${base}, and ${drawn}`) : drawn;
      return `On a surface of ${drawingSide} × ${drawingSide}: ${what}.`;
    },
    boxed: 'The box round the ink',
    boxedNumbers: ({ row, column, rows, columns }: Box) =>
      `${rows} rows from row ${row} on, ${columns} columns from column ${column} on. The rest is cut away: where you drew no longer matters.`,
    scaled: 'Scaled into 20 × 20',
    scaledNumbers: (box: Box, scale: number) =>
      `The longer side, ${longer(box)}, becomes 20: both sides times 20/${longer(box)} = ${formatNumber(scale)}, so the box becomes ${scaledSize(box, scale)}, and a line of width ${penWidth} becomes ${oneDigit(penWidth * scale)} wide. A pixel partly covered becomes grey. How large you drew no longer matters.`,
    weighed: 'The centre of mass',
    weighedNumbers: ({ row, column }: Place) =>
      `The mean place of the ink, each pixel weighing what its grey level is: ${formatNumber(row, 2)} down and ${formatNumber(column, 2)} to the right from the corner; the square’s middle is 10 and 10.`,
    placed: 'Centred by mass in 28 × 28',
    placedNumbers: (place: Place) =>
      `In the middle the square would have 4 pixels on every side; ${shiftEnglish(place)}, so that the centre of mass falls on pixel (14, 14), as in MNIST. The grey levels are rounded to 16, for a short link.`,

    answers: 'What the network says',
    treated: 'Treated as MNIST was',
    shrunk: 'Merely shrunk to 28 × 28',
    verdict: (digit: number, share: string) => `It answers ${digit}, with ${share}.`,
    probabilities: (name: string) => `Probabilities: ${name}`,
  },
  zh: {
    why: '网络认识的是 MNIST 那样的数字：大小一致、位置一致、边缘柔和。这里把你写的数字也做成这样的图像；省掉这一步，手写的数字就常常认错。',
    steps: '从手写到图像',
    photoTaken: '你的图片',
    photoNumbers: (width: number, height: number) =>
      `${width} × ${height} 个灰度值，从 0（黑）到 255（白）。`,
    background: '它的背景',
    backgroundNumbers:
      '图片每一部分的灰度中位数，也就是纸和照在上面的光：墨迹在任何一部分都占不到一半。',
    onPhoto: '上面的墨迹',
    onPhotoNumbers: (isInverted: boolean) =>
      `${isInverted ? '字迹比背景亮，所以明暗对调。' : '取比背景暗的部分。'}小斑点去掉。`,
    placedOnSurface: '放到画板上',
    placedOnSurfaceNumbers: (before: number, after: number) =>
      after > before
        ? `长边占 ${drawingSide} 的四分之三。原来线宽 ${oneDigit(before)}，笔太细，加粗到 ${oneDigit(after)}。`
        : `长边占 ${drawingSide} 的四分之三，线宽 ${oneDigit(before)}。`,
    drawn: '你写的',
    drawnNumbers: (strokes: number, widths: readonly number[], hasBase: boolean) => {
      const drawn = `${strokes} 笔，笔宽 ${widths.join('、')}`;
      const base = '原有的数字';
      const what = hasBase ? (strokes === 0 ? base : `${base}，加上 ${drawn}`) : drawn;
      return `在 ${drawingSide} × ${drawingSide} 的画板上：${what}。`;
    },
    boxed: '墨迹的外框',
    boxedNumbers: ({ row, column, rows, columns }: Box) =>
      `从第 ${row} 行起共 ${rows} 行，从第 ${column} 列起共 ${columns} 列。框外全部裁掉：写在哪里不再重要。`,
    scaled: '缩放到 20 × 20',
    scaledNumbers: (box: Box, scale: number) =>
      `较长的一边 ${longer(box)} 变成 20：两边都乘以 20/${longer(box)} = ${formatNumber(scale)}，外框变成 ${scaledSize(box, scale)}，宽 ${penWidth} 的线变成 ${oneDigit(penWidth * scale)} 宽。只盖住一部分的像素成为灰色。写得多大不再重要。`,
    weighed: '质心',
    weighedNumbers: ({ row, column }: Place) =>
      `墨迹的平均位置，每个像素按灰度加权：从左上角向下 ${formatNumber(row, 2)}，向右 ${formatNumber(column, 2)}；方框的正中是 10 和 10。`,
    placed: '按质心放进 28 × 28',
    placedNumbers: (place: Place) =>
      `若放在正中，方框四周各留 4 个像素；${shiftChinese(place)}，质心就落在像素 (14, 14) 上，与 MNIST 相同。灰度取整为 16 级，以便链接简短。`,

    answers: '网络的回答',
    treated: '按 MNIST 的做法处理',
    shrunk: '只是缩小到 28 × 28',
    verdict: (digit: number, share: string) => `它的回答是 ${digit}，概率 ${share}。`,
    probabilities: (name: string) => `概率：${name}`,
  },
});
