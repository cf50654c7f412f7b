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

/** The words of the drawing surface and of what becomes of a drawing. */
export const messages = defineMessages({
  en: {
    surface: 'Draw a digit',
    surfaceRole: 'drawing surface',
    invitation: 'Draw a digit here',
    base: 'The digit to draw on',
    keys: 'With the keyboard: arrow keys move the pen, Space puts it down and lifts it, Backspace takes back a stroke, Delete clears.',
    pen: (row: number, column: number, side: number, isDown: boolean) =>
      `pen ${isDown ? 'down' : 'up'}, row ${row} of ${side}, column ${column} of ${side}`,
    use: 'Use this digit',
    undo: 'Undo',
    clear: 'Clear',
    notKept: (reason: string) => `${reason} The drawing will be gone when you leave this page.`,

    empty: 'Nothing is drawn yet. Draw one digit, 0 to 9, as large as you like.',
    dot: 'That is a dot, hardly larger than the pen: enlarged it would be a blot. Go on drawing, larger.',
    full: 'Almost everything is ink, more than in 59,999 of MNIST’s 60,000 digits, and no shape is left. Clear it and draw one digit in single strokes.',
    thick:
      'Drawn so small, the strokes become thicker than almost all of MNIST’s. Draw the digit larger.',

    why: 'A network knows digits as MNIST shows them: all of one size, all in one place, with soft edges. Your drawing is made into such an image here; where this is left out, drawn digits are often misread.',
    steps: 'From the drawing to the image',
    drawn: 'What you drew',
    drawnNumbers: (strokes: number, hasBase: boolean) => {
      const drawn = `${strokes} ${strokes === 1 ? 'stroke' : 'strokes'} of a pen ${penWidth} wide`;
      const base = 'the digit you began with, each pixel 8 × 8';
      const what = hasBase ? (strokes === 0 ? base : `${base}, and ${drawn}`) : drawn;
      return `On a surface of ${drawingSide} × ${drawingSide}: ${what}.`;
    },
    boxed: 'The box round the ink',
    boxedNumbers: ({ row, column, rows, columns }: Box) =>
      `${rows} rows from row ${row} on, ${columns} columns from column ${column} on. The rest is cut away: where you drew no longer matters.`,
    scaled: 'Scaled into 20 × 20',
    scaledNumbers: (box: Box, scale: number) =>
      `The longer side, ${longer(box)}, becomes 20: both sides times 20/${longer(box)} = ${formatNumber(scale)}, so the box becomes ${scaledSize(box, scale)} and the pen ${oneDigit(penWidth * scale)} wide. A pixel partly covered becomes grey. How large you drew no longer matters.`,
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
    surface: '手写一个数字',
    surfaceRole: '画板',
    invitation: '在这里写一个数字',
    base: '打底的数字',
    keys: '用键盘：方向键移动画笔，空格键落笔和提笔，退格键撤销一笔，Delete 键清空。',
    pen: (row: number, column: number, side: number, isDown: boolean) =>
      `${isDown ? '落笔' : '提笔'}，第 ${row} 行（共 ${side} 行），第 ${column} 列（共 ${side} 列）`,
    use: '就用这个数字',
    undo: '撤销',
    clear: '清空',
    notKept: (reason: string) => `${reason}离开本页后，画的内容会消失。`,

    empty: '还什么都没有写。请写一个 0 到 9 的数字，大小随意。',
    dot: '这只是一个点，和笔尖差不多大，放大后会变成一团墨。请接着写，写大一些。',
    full: '几乎到处是墨，比 MNIST 的 60,000 个数字中的 59,999 个都多，已经看不出形状。请清空，用单线条写一个数字。',
    thick: '写得这么小，放大后笔画会比 MNIST 里几乎所有数字都粗。请写大一些。',

    why: '网络认识的是 MNIST 那样的数字：大小一致、位置一致、边缘柔和。这里把你写的数字也做成这样的图像；省掉这一步，手写的数字就常常认错。',
    steps: '从手写到图像',
    drawn: '你写的',
    drawnNumbers: (strokes: number, hasBase: boolean) => {
      const drawn = `${strokes} 笔，笔宽 ${penWidth}`;
      const base = '原有的数字（每个像素放大成 8 × 8）';
      const what = hasBase ? (strokes === 0 ? base : `${base}，加上 ${drawn}`) : drawn;
      return `在 ${drawingSide} × ${drawingSide} 的画板上：${what}。`;
    },
    boxed: '墨迹的外框',
    boxedNumbers: ({ row, column, rows, columns }: Box) =>
      `从第 ${row} 行起共 ${rows} 行，从第 ${column} 列起共 ${columns} 列。框外全部裁掉：写在哪里不再重要。`,
    scaled: '缩放到 20 × 20',
    scaledNumbers: (box: Box, scale: number) =>
      `较长的一边 ${longer(box)} 变成 20：两边都乘以 20/${longer(box)} = ${formatNumber(scale)}，外框变成 ${scaledSize(box, scale)}，笔宽变成 ${oneDigit(penWidth * scale)}。只盖住一部分的像素成为灰色。写得多大不再重要。`,
    weighed: '质心',
    weighedNumbers: ({ row, column }: Place) =>
      `墨迹的平均位置，每个像素按灰度加权：从左上角向下 ${formatNumber(row, 2)}，向右 ${formatNumber(column, 2)}；方框的正中是 10 和 10。`,
    placed: '按质心放进 28 × 28',
    placedNumbers: (place: Place) =>
      `若放在正中，方框四周各留 4 个像素；${shiftChinese(place)}，质心就落在像素 (14, 14) 上，与 MNIST 相同。灰度取整为 16 级，以便链接简短。`,

    answers: '网络怎么说',
    treated: '按 MNIST 的做法处理',
    shrunk: '只是缩小到 28 × 28',
    verdict: (digit: number, share: string) => `它的回答是 ${digit}，概率 ${share}。`,
    probabilities: (name: string) => `概率：${name}`,
  },
});
