import { defineMessages } from '$lib/ui/messages';

/** The words of the drawing surface and its tools. */
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
    pens: 'Pen',
    penOf: (rank: number) => ['thin', 'medium', 'thick'][rank],
    eraser: 'Eraser',
    photo: 'Photo',
    photoLong: 'A photo or picture of a digit',
    reading: 'The picture is being read …',
    unreadable: (file: string) =>
      `${file} is not a picture that this browser can read. A JPEG, PNG or WebP file works.`,
    tooLarge: (file: string) => `${file} is larger than 50 MB. A smaller photo shows as much.`,
    blank: (file: string) =>
      `Nothing on ${file} stands out from its background. A dark pen on light paper, filling a good part of the picture, works best.`,
    stopped: (file: string) =>
      `Reading ${file} took too long and was given up. Try a smaller picture.`,
    notKept: (reason: string) => `${reason} The drawing will be gone when you leave this page.`,

    empty: 'Nothing is drawn yet. Draw one digit, 0 to 9, as large as you like.',
    dot: 'That is a dot, hardly larger than the pen: enlarged it would be a blot. Go on drawing, larger.',
    full: 'Almost everything is ink, more than in 59,999 of MNIST’s 60,000 digits, and no shape is left. Clear it and draw one digit in single strokes.',
    thick:
      'Drawn so small, the strokes become thicker than almost all of MNIST’s. Draw the digit larger.',
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
    pens: '笔',
    penOf: (rank: number) => ['细', '中', '粗'][rank],
    eraser: '橡皮',
    photo: '照片',
    photoLong: '一张手写数字的照片或图片',
    reading: '正在读取图片……',
    unreadable: (file: string) =>
      `${file} 不是这个浏览器能读取的图片。请用 JPEG、PNG 或 WebP 文件。`,
    tooLarge: (file: string) => `${file} 超过 50 MB。小一些的照片同样看得清。`,
    blank: (file: string) =>
      `${file} 上没有从背景中显出来的字迹。最好是浅色纸上的深色笔迹，并占画面的较大部分。`,
    stopped: (file: string) => `读取 ${file} 的时间太长，已经放弃。请换一张小一些的图片。`,
    notKept: (reason: string) => `${reason}离开本页后，画的内容会消失。`,

    empty: '还什么都没有写。请写一个 0 到 9 的数字，大小随意。',
    dot: '这只是一个点，和笔尖差不多大，放大后会变成一团墨。请接着写，写大一些。',
    full: '几乎到处是墨，比 MNIST 的 60,000 个数字中的 59,999 个都多，已经看不出形状。请清空，用单线条写一个数字。',
    thick: '写得这么小，放大后笔画会比 MNIST 里几乎所有数字都粗。请写大一些。',
  },
});
