import type { PaintRuleName } from '$lib/exercises';
import type { Locale } from '$lib/ui/locale';
import type { PaintWords } from './rule-words';

const hint1 = {
  en: 'A uniform area should come to 0: the weights together have to be 0.',
  zh: '颜色均匀的地方应当得 0：所有权重之和要为 0。',
};

/** What is said about a kernel for one edge: where the ink begins, and where its positive weights stand. */
function wordsFor(
  edge: Record<Locale, string>,
  positive: Record<Locale, string>,
): Record<Locale, PaintWords> {
  return {
    en: {
      dark: 'It lights no edge. Which windows does the edge run through, and what is their sum?',
      ink: 'It lights the ink inside as well: there all nine pixels are 1, and the weights add up to more than 0.',
      opposite: 'That is the opposite edge: the signs are the other way round.',
      turned: 'That is another edge. Across which edge do your weights change their sign?',
      more: `It lights ${edge.en}, and others besides.`,
      hint1: hint1.en,
      hint2: `In a window across ${edge.en} the ink lies ${positive.en}: there the weights are positive.`,
      solution: `Positive weights ${positive.en}, negative ones opposite; together they are 0.`,
    },
    zh: {
      dark: '没有边缘亮起来。边缘穿过哪些窗口？它们的和是多少？',
      ink: '里面的墨也亮了：那里九个像素都是 1，而权重之和大于 0。',
      opposite: '这是对面的边缘：正负号反了。',
      turned: '这是另一条边缘。你的权重沿哪个方向变号？',
      more: `${edge.zh}亮了，可是别处也亮了。`,
      hint1: hint1.zh,
      hint2: `横跨${edge.zh}的窗口里，墨在${positive.zh}：那里的权重是正的。`,
      solution: `${positive.zh}的权重为正，对面为负，加起来是 0。`,
    },
  };
}

/** What is said about each kernel that is painted. */
export const paint: Record<PaintRuleName, Record<Locale, PaintWords>> = {
  'top-edge': wordsFor({ en: 'the top edge', zh: '上边缘' }, { en: 'below', zh: '下方' }),
  'bottom-edge': wordsFor({ en: 'the bottom edge', zh: '下边缘' }, { en: 'above', zh: '上方' }),
  'left-edge': wordsFor({ en: 'the left edge', zh: '左边缘' }, { en: 'on the right', zh: '右侧' }),
  'right-edge': wordsFor({ en: 'the right edge', zh: '右边缘' }, { en: 'on the left', zh: '左侧' }),
};
