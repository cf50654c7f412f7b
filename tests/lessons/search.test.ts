import { describe, expect, it } from 'vitest';
import type { CourseLesson } from '$lib/notebook';
import { searchDocuments } from '$lib/notebook/search/documents';
import { openIndex, type Hit } from '$lib/notebook/search/search-index';
import { locales } from '$lib/ui/locale';
import { readTerms } from '../../scripts/lessons/compile';
import { compileModules } from '../../scripts/lessons/modules';

const terms = readTerms(process.cwd());
const modules = await compileModules(process.cwd());

/** The text that stands in a module: `export const index = "…";`, or within `JSON.parse("…")`. */
const textIn = (name: string) =>
  JSON.parse(/^export const \w+ = (?:JSON\.parse\()?(".*?")\)?;$/s.exec(modules[name]())![1]) as string;

const course = JSON.parse(textIn('virtual:lessons')) as CourseLesson[];

/** What a reader types, and an address that must be among the first five answers. */
const questions: Record<string, readonly (readonly [question: string, address: string | RegExp])[]> = {
  en: [
    ['kernel', '/glossary#kernel'],
    ['receptive field', '/glossary#receptive-field'],
    ['activation function', '/glossary#activation-function'],
    ['softmax', '/glossary#softmax'],
    ['chain rule', '/glossary#chain-rule'],
    ['SGD', '/glossary#stochastic-gradient-descent'],
    ['learning rate', '/glossary#learning-rate'],
    ['CrossEntropyLoss', '/glossary#cross-entropy'],
    ['overfitting', '/glossary#overfitting'],
    ['mini batch', '/glossary#mini-batch'],
    ['MaxPool2d', '/glossary#max-pooling'],
    ['1516', /c3/],
    ['2,416', /c3/],
    ['16 kernels 96', /c3/],
    ['who sees whom', '/lessons/c3#who'],
    ['Table I', /c3/],
    ['84 bitmap', /\/lessons\/(f6|output)/],
    ['padding', '/glossary#padding'],
    ['bakpropagation', '/glossary#backpropagation'],
    ['recptive feild', '/glossary#receptive-field'],
    ['normalization', '/glossary#normalisation'],
    ['59,706', /lessons/],
    ['卷积核', '/glossary#kernel'],
    ['confus', '/glossary#confusion-matrix'],
  ],
  zh: [
    ['卷积核', '/glossary#kernel'],
    ['感受野', '/glossary#receptive-field'],
    ['激活函数', '/glossary#activation-function'],
    ['softmax', '/glossary#softmax'],
    ['链式法则', '/glossary#chain-rule'],
    ['随机梯度下降', '/glossary#stochastic-gradient-descent'],
    ['学习率', '/glossary#learning-rate'],
    ['交叉熵', '/glossary#cross-entropy'],
    ['过拟合', '/glossary#overfitting'],
    ['小批量', '/glossary#mini-batch'],
    ['汇聚层', '/glossary#pooling'],
    ['步长', '/glossary#stride'],
    ['特征映射', '/glossary#feature-map'],
    ['暂退法', '/glossary#dropout'],
    ['1516', /c3/],
    ['谁连接谁', '/lessons/c3#who'],
    ['16 个卷积核', /c3/],
    ['表 I', /c3/],
    ['池', '/glossary#pooling'],
    ['反向传波', '/glossary#backpropagation'],
    ['backpropagation', '/glossary#backpropagation'],
    ['softmx', '/glossary#softmax'],
    ['ＳＧＤ', '/glossary#stochastic-gradient-descent'],
    ['为什么把卷积核旋转 180°', /lessons/],
  ],
};

const fits = (address: string | RegExp) => (hit: Hit) =>
  typeof address === 'string' ? hit.address === address : address.test(hit.address);

describe.each(locales)('search in %s', async (locale) => {
  const documents = searchDocuments(terms, course, locale, locales[0]);
  const find = await openIndex(textIn(`virtual:search/${locale}`));

  it.each(questions[locale])('%s → %s', (question, address) => {
    const hits = find(question, 5);
    expect(hits.map((hit) => hit.address)).toSatisfy(() => hits.some(fits(address)));
  });

  it('finds every kind', () => {
    const kinds = new Set(documents.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['exercise', 'misconception', 'step', 'term']);
    for (const { title, address, kind, lesson = "" } of documents.filter((one) => one.kind !== 'exercise')) {
      expect([title, kind, find(`${title} ${lesson}`, 8).some((hit) => hit.address === address)]).toEqual([title, kind, true]);
    }
  });

  it('has no marks of HTML, TeX or settings in what it shows', () => {
    for (const { title, text: words } of documents) {
      expect(`${title} ${words}`).not.toMatch(/<[a-z/]|\\[a-z]+\{|&[a-z]+;|\{\{|katex/);
    }
  });

  it('answers nothing where there is nothing, and nothing for nothing', () => {
    expect(find('', 5)).toEqual([]);
    expect(find('…, ！', 5)).toEqual([]);
    expect(find('zzzzqqqq', 5)).toEqual([]);
    expect(find('龘', 5)).toEqual([]);
  });
});
