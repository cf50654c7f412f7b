import { formatPercent } from '$lib/numbers/print';
import type { RunToExport } from './run-file';

/** `README.md` of a project: what the files are and how it is run, in English and in Chinese. */
export function readmeFile({ settings, score }: RunToExport): string {
  const { correct, count } = score;
  const accuracy = formatPercent(correct / count, 2);
  return `# A network from the LeNet-5 notebook

\`\`\`
${settings.network}
\`\`\`

It reads ${correct} of ${count} unseen digits right: ${accuracy}. Seed ${settings.seed}.

| file | what it is |
| --- | --- |
| \`model.py\` | the network, with the parameter names of the weights files |
| \`train.py\` | trains and tests it; needs torch alone |
| \`weights.safetensors\` | its weights |
| \`initial.safetensors\` | the weights that its seed begins with |
| \`model.onnx\` | network and weights for ONNX Runtime and others |
| \`lenet5.ipynb\` | the same as a notebook |
| \`run.json\` | the settings, the seed, the result, the fingerprint of the weights |
| \`compare.json\` | the order of the first batches, and their losses |

## Run it

\`\`\`sh
pip install -r requirements.txt
python train.py --test       # prints ${correct} of ${count}
python train.py --compare    # the losses of the first batches, here and in the notebook
python train.py              # trains from initial.safetensors
\`\`\`

The four files of MNIST go into \`data\`: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
t10k-labels-idx1-ubyte, packed with gzip or not. Where they already lie elsewhere, name the folder: \`--data FOLDER\`.

## More than one process, more than one machine

\`\`\`sh
torchrun --nproc_per_node=2 train.py
\`\`\`

Each process takes its share of every batch, and the gradients are averaged: the losses are those of one process but for
rounding. \`batchSize\` in \`run.json\` is that of all processes together. With torch 1.13 on Python 3.11 write
\`torchrun --nproc_per_node=2 -r 1 -t 1 train.py\`: without it this version cannot open its log files.

On several machines start the same command on each, with the address of the first one:

\`\`\`sh
torchrun --nnodes=2 --nproc_per_node=4 --rdzv_backend=c10d --rdzv_endpoint=FIRST_MACHINE:29500 train.py
\`\`\`

## 中文

这是 LeNet-5 笔记导出的网络：在 ${count} 个未见过的数字中答对 ${correct} 个（${accuracy}），随机种子为 ${settings.seed}。
\`model.py\` 是网络，\`train.py\` 负责训练和测试（只依赖 torch），\`weights.safetensors\` 是训练好的权重，
\`initial.safetensors\` 是由种子得到的初始权重，\`run.json\` 记录设置、种子、结果与权重指纹，\`compare.json\` 记录最初各批样本的顺序与损失。
\`model.onnx\` 可在 ONNX Runtime 等环境中使用，\`lenet5.ipynb\` 是同样内容的笔记本。

- \`python train.py --test\`：测试 \`weights.safetensors\`，应显示 ${correct} / ${count}。
- \`python train.py --compare\`：逐批比较这里与 PyTorch 的损失。
- \`python train.py\`：从 \`initial.safetensors\` 开始训练。
- \`torchrun --nproc_per_node=2 train.py\`：两个进程分摊每一批样本；Python 3.11 配 torch 1.13 时须加 \`-r 1 -t 1\`。
- 多台机器：在每台机器上运行上面带 \`--rdzv_endpoint\` 的命令，地址写第一台机器的地址。

把 MNIST 的四个文件放进 \`data\` 文件夹（可以是 gzip 压缩的），或用 \`--data\` 指明它们所在的文件夹。
`;
}
