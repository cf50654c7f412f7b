import { longestHeader, mostEntries, type WeightsProblem } from '$lib/training';
import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';
import { shorten } from '$lib/ui/shorten';

/** A size as a file manager tells it: 246.8 kB. */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`;
}

type Misfit = Extract<WeightsProblem, { reason: 'network' }>;
const shapeOf = (shape: readonly number[]) => shorten(shape.length === 0 ? '1' : shape.join(' × '));

/** What was found under a name, and what was wanted. */
function misfitEnglish({ found, wanted }: Misfit): string {
  if (!wanted) return 'is in the file, and this network has none of that name';
  if (!found) return `(${shapeOf(wanted)}) is missing in the file`;
  return `is ${shapeOf(found)} in the file, and this network needs ${shapeOf(wanted)}`;
}

function misfitChinese({ found, wanted }: Misfit): string {
  if (!wanted) return '在文件里，而这个网络没有它';
  if (!found) return `（${shapeOf(wanted)}）在文件里没有`;
  return `在文件里是 ${shapeOf(found)}，而这个网络需要 ${shapeOf(wanted)}`;
}

/** The line that turns a file of torch.save into safetensors. */
const conversion =
  "python -c \"import torch, safetensors.torch as s; s.save_file(torch.load('FILE.pth', map_location='cpu'), 'weights.safetensors')\"";

/** Whether the first full connection is that of a LeNet-5 whose C1 reads 28 × 28 without a border: 16 maps of 4 × 4. */
const isWithoutBorder = ({ found, wanted }: Misfit) =>
  found?.join() === '120,256' && wanted?.join() === '120,400';

function english(problem: WeightsProblem): string {
  switch (problem.reason) {
    case 'format':
      return 'This is not a safetensors file.';
    case 'short':
      return `The file is cut short: ${formatInteger(problem.bytes)} of ${formatInteger(problem.expected)} bytes.`;
    case 'header':
      return `The header of this file takes ${size(problem.bytes)}; up to ${size(longestHeader)} are read.`;
    case 'entries':
      return `The header of this file lists more than ${formatInteger(mostEntries)} things; this is no LeNet-5.`;
    case 'repeated':
      return `The file is damaged: ${shorten(problem.name)} stands twice in its header.`;
    case 'size':
      return `The file is damaged: the bytes of ${shorten(problem.tensor)} do not fit its shape and type.`;
    case 'overlap':
      return `The file is damaged: the bytes of ${shorten(problem.tensor)} belong to another tensor as well.`;
    case 'gap':
      return problem.tensor === undefined
        ? `The file is damaged: the last ${formatInteger(problem.bytes)} bytes belong to no tensor.`
        : `The file is damaged: ${formatInteger(problem.bytes)} bytes before ${shorten(problem.tensor)} belong to no tensor.`;
    case 'network':
      return `These are the weights of another network: ${shorten(problem.tensor)} ${misfitEnglish(problem)}.${isWithoutBorder(problem) ? ' That file’s C1 has no border: it reads 28 × 28. Choose “LeNet-5, modern, without a border” in the builder, step through it, and open the file there.' : ''}`;
    case 'pth':
      return `This is a file of torch.save. This line makes one that can be opened here: ${conversion}`;
    case 'type':
      return `${shorten(problem.tensor)} holds numbers of the type ${shorten(problem.type)}; floating-point numbers are needed (F32, F16, BF16 or F64).`;
    case 'number':
      return `${shorten(problem.tensor)} holds something that is not a finite number.`;
  }
}

function chinese(problem: WeightsProblem): string {
  switch (problem.reason) {
    case 'format':
      return '这不是 safetensors 文件。';
    case 'short':
      return `文件不完整：应有 ${formatInteger(problem.expected)} 字节，只有 ${formatInteger(problem.bytes)} 字节。`;
    case 'header':
      return `文件头有 ${size(problem.bytes)}；最多读取 ${size(longestHeader)}。`;
    case 'entries':
      return `文件头里列出的东西超过 ${formatInteger(mostEntries)} 项；这不是 LeNet-5。`;
    case 'repeated':
      return `文件已损坏：文件头里 ${shorten(problem.name)} 出现了两次。`;
    case 'size':
      return `文件已损坏：${shorten(problem.tensor)} 的字节数与它的形状和类型不符。`;
    case 'overlap':
      return `文件已损坏：${shorten(problem.tensor)} 的字节同时属于另一个张量。`;
    case 'gap':
      return problem.tensor === undefined
        ? `文件已损坏：末尾的 ${formatInteger(problem.bytes)} 字节不属于任何张量。`
        : `文件已损坏：${shorten(problem.tensor)} 之前有 ${formatInteger(problem.bytes)} 字节不属于任何张量。`;
    case 'network':
      return `这是另一个网络的权重：${shorten(problem.tensor)} ${misfitChinese(problem)}。${isWithoutBorder(problem) ? '该文件的 C1 没有边框，读入 28 × 28。请在构建器中选择“LeNet-5, modern, without a border”，进入显微镜，在那里打开此文件。' : ''}`;
    case 'pth':
      return `这是 torch.save 保存的文件。用下面这行命令转换后即可在此打开：${conversion}`;
    case 'type':
      return `${shorten(problem.tensor)} 的数值类型是 ${shorten(problem.type)}；需要浮点数（F32、F16、BF16 或 F64）。`;
    case 'number':
      return `${shorten(problem.tensor)} 里有不是有限数的值。`;
  }
}

/** Why a file of weights was refused, in a sentence. */
export const weightsProblemMessages = defineMessages({
  en: { sentence: english },
  zh: { sentence: chinese },
});
