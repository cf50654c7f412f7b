import { describe, expect, it } from 'vitest';
import { glossaryEntries } from '$lib/notebook';
import { locales } from '$lib/ui/locale';
import { compileLessons, readTerms } from '../../scripts/lessons/compile';

const terms = readTerms(process.cwd());
const course = await compileLessons(process.cwd());

describe('the glossary', () => {
  it.each([
    ['en', 'activation function, chain rule, forward propagation, backpropagation, loss function, mini-batch'],
    ['en', 'stochastic gradient descent, overfitting, generalisation, inference, receptive field, feature map'],
    ['en', 'weight sharing, flatten, normalisation, hyperparameter, translation invariance, saturation'],
    ['zh', '激活函数，链式法则，前向传播，小批量，批量，随机梯度下降，过拟合，泛化，推理，推断，神经元，损失函数，优化器，超参数'],
    ['zh', '展平，归一化，标准化，导数，权重共享，初始化，混淆矩阵，汇聚，特征映射，感受野，步幅，填充，通道，反向传播，步长'],
    ['zh', '得分，参数，权重，偏置，样本，加权和，膨胀率，挤压函数，批量大小，互相关，平移不变性，饱和，局部连接'],
  ])('has the words of the field (%s): %s', (language, words) => {
    const known = terms.flatMap(({ forms }) => forms[language]);
    for (const word of words.split(/, |，/)) expect(known).toContain(word);
  });

  it('has sentences that end, in every language', () => {
    for (const { gloss } of terms) {
      expect(gloss['en']).toMatch(/^[A-Z《].*\.$/);
      expect(gloss['zh']).toMatch(/。$/);
      expect(gloss['zh']).not.toMatch(/[,;:!?]|\p{Script=Han}[a-zA-Z]|[a-zA-Z]\p{Script=Han}/u);
    }
  });

  it.each(locales)('is made for the pages in %s, with steps that are there', (language) => {
    const entries = glossaryEntries(terms, course, locales, language);
    expect(entries).toHaveLength(terms.length);
    for (const { explained } of entries) {
      if (!explained) continue;
      const lesson = course.find(({ slug }) => slug === explained.slug)!.translations[language];
      expect(lesson.number).toBe(explained.number);
      expect(lesson.steps.map(({ id }) => id)).toContain(explained.step);
    }
  });
});

describe.each(course.flatMap(({ slug, translations }) => Object.values(translations).map((lesson) => ({ slug, lesson }))))(
  'lesson $slug in $lesson.language',
  ({ lesson }) => {
    const html = lesson.steps.flatMap(({ segments }) => segments.map((part) => (part.kind === 'html' ? part.html : ''))).join('');

    it('marks terms of the field, each once', () => {
      const ids = [...html.matchAll(/glossary#([a-z-]+)" class="term"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(3);
      expect(new Set(ids).size).toBe(ids.length);
    });
  },
);
