import type { NetworkProblem } from '$lib/network';
import { formatInteger } from '$lib/numbers/print';
import { mostMultiplyAdds, mostParameters, type TrainProblem } from '$lib/training';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';
import { reasonSentence } from '../layer-calculator/reasons';
import { notationSentence } from './notation-sentence';
import { mostTraceBytes, type StepProblem } from './step-problem';

const megabytes = (bytes: number) => formatInteger(Math.ceil(bytes / 1e6));
const shape = (sizes: readonly number[]) => sizes.map(formatInteger).join(' × ');

const words = defineMessages({
  en: {
    noInput: (text: string) =>
      `A network begins with what it reads, such as 1x28x28; “${text}” is no such thing.`,
    noLayers: 'A network needs layers, such as 1x28x28~linear_10.',
    layers: (most: number) => `A network here has at most ${most} layers.`,
    constant: (text: string) =>
      `The constant j of the loss map is a number above 0; “${text}” is none.`,
    layer: (place: number, sentence: string) => `Layer ${place}: ${sentence}`,
    mend: (text: string) => `It could be ${text}.`,
    fit: (layer: string, sentence: string) => `${layer} does not fit what reaches it. ${sentence}`,
    noOperation: (layer: string, kind: string) =>
      `${layer} is ${kind}, which is counted here but not computed.`,
    featuresToMaps: (layer: string) =>
      `${layer} works on maps, but a fully connected layer before it has left a row of numbers.`,
    loss: 'A network that ends in scores has cross-entropy for its loss; mse and map are for distances, such as rbf_10 at the end.',
    codes: (layer: string) =>
      `${layer} measures distances to the paper’s codes, which are for ten digits, 84 features and the end of the network: ~linear_84~scaledtanh~rbf_10.`,
    input: (input: string) =>
      `The network reads ${input}. A digit is one grey picture of 28 × 28, which has no place there.`,
    would: (would: string) => ` With an input of ${would} it would.`,
    scores: (scores: number) =>
      `The network ends in ${scores} numbers, but a digit is one of ten: it needs ten scores, such as linear_10 at the end.`,
    tooLarge: (time: string, bytes: string, products: string, parameters: string) =>
      `Training it would take about ${time} for one epoch of 60,000 digits on a thread that does two billion multiply-adds a second, and ${bytes} MB for its parameters and what is kept of each. Networks of up to ${products} multiply-adds a digit and ${parameters} parameters are trained here.`,
    minutes: (count: string) => `${count} min`,
    hours: (count: string) => `${count} h`,
    days: (count: string) => `${count} days`,
    memory: (bytes: string, most: string, layer: string, ofLayer: string) =>
      `Keeping every number would take ${bytes} MB; up to ${most} MB are kept here. ${layer} alone takes ${ofLayer} MB.`,
  },
  zh: {
    noInput: (text: string) => `网络以它读入的形状开头，例如 1x28x28；“${text}” 不是这样的形状。`,
    noLayers: '网络至少要有一层，例如 1x28x28~linear_10。',
    layers: (most: number) => `这里的网络最多 ${most} 层。`,
    constant: (text: string) => `损失 map 的常数 j 要大于 0；“${text}” 不是这样的数。`,
    layer: (place: number, sentence: string) => `第 ${place} 层：${sentence}`,
    mend: (text: string) => `可以写成 ${text}。`,
    fit: (layer: string, sentence: string) => `传到 ${layer} 的形状不合适。${sentence}`,
    noOperation: (layer: string, kind: string) => `${layer}（${kind}）在这里只计数，不计算。`,
    featuresToMaps: (layer: string) => `${layer} 处理的是特征图，而它前面的全连接层只留下一行数。`,
    loss: '以得分结尾的网络用交叉熵作损失；mse 和 map 要求网络以距离结尾，例如最后是 rbf_10。',
    codes: (layer: string) =>
      `${layer} 计算到论文编码的距离；这些编码对应十个数字、84 个特征，只能放在网络最后：~linear_84~scaledtanh~rbf_10。`,
    input: (input: string) => `这个网络读入 ${input}。数字是一张 28 × 28 的灰度图，放不进去。`,
    would: (would: string) => `输入改成 ${would} 就可以。`,
    scores: (scores: number) =>
      `网络最后输出 ${scores} 个数，而数字有十种：最后要有十个得分，例如 linear_10。`,
    tooLarge: (time: string, bytes: string, products: string, parameters: string) =>
      `按一个线程每秒二十亿次乘加计算，用 60,000 个数字训练一轮大约要 ${time}，参数以及每个参数附带保存的数要占 ${bytes} MB。这里训练的网络，每个数字最多 ${products} 次乘加、最多 ${parameters} 个参数。`,
    minutes: (count: string) => `${count} 分钟`,
    hours: (count: string) => `${count} 小时`,
    days: (count: string) => `${count} 天`,
    memory: (bytes: string, most: string, layer: string, ofLayer: string) =>
      `保存每一个数要 ${bytes} MB，这里最多保存 ${most} MB。仅 ${layer} 就要 ${ofLayer} MB。`,
  },
});

/** A long time in words: minutes, hours or days. */
function duration(seconds: number, t: (typeof words)[Locale]): string {
  if (seconds < 2 * 3600) return t.minutes(formatInteger(Math.ceil(seconds / 60)));
  if (seconds < 2 * 86_400) return t.hours(formatInteger(Math.round(seconds / 3600)));
  return t.days(formatInteger(Math.round(seconds / 86_400)));
}

/** Why a text names no network, or why the network that it names cannot be stepped through or trained. */
export function networkSentence(
  locale: Locale,
  problem: NetworkProblem | StepProblem | TrainProblem,
): string {
  const t = words[locale];
  switch (problem.code) {
    case 'no-input':
      return t.noInput(problem.text);
    case 'no-layers':
      return t.noLayers;
    case 'too-many-layers':
    case 'layers':
      return t.layers(problem.most);
    case 'constant':
      return `${t.constant(problem.text)} ${t.mend(problem.mend)}`;
    case 'layer': {
      const sentence = t.layer(problem.place, notationSentence(locale, problem.problem));
      return problem.mend === undefined ? sentence : `${sentence} ${t.mend(problem.mend)}`;
    }
    case 'does-not-fit':
      return t.fit(problem.layer, reasonSentence(locale, problem.failure.reason));
    case 'no-operation':
      return t.noOperation(problem.layer, problem.kind);
    case 'features-to-maps':
      return t.featuresToMaps(problem.layer);
    case 'loss':
      return t.loss;
    case 'codes':
      return t.codes(problem.layer);
    case 'input':
      return (
        t.input(shape(problem.input)) +
        ('would' in problem && problem.would ? t.would(shape(problem.would)) : '')
      );
    case 'too-large':
      return t.tooLarge(
        duration(problem.seconds, t),
        megabytes(problem.bytes),
        formatInteger(mostMultiplyAdds),
        formatInteger(mostParameters),
      );
    case 'scores':
      return t.scores(problem.scores);
    case 'memory':
      return t.memory(
        megabytes(problem.bytes),
        megabytes(mostTraceBytes),
        problem.layer,
        megabytes(problem.ofLayer),
      );
  }
}
