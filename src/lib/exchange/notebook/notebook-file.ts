import { writeNotebook, type NotebookCell } from '$lib/formats/notebook';
import { modelFile } from '../pytorch/model-file';
import type { RunToExport } from '../project/run-file';

const markdown = (id: string, text: string): NotebookCell => ({ kind: 'markdown', id, text });
const code = (id: string, text: string): NotebookCell => ({ kind: 'code', id, text });

/** What the notebook takes from `train.py`, which lies beside it: digits, weights, the update rule. */
const setUp = `import os
from pathlib import Path

import torch
from torch import nn

from train import Learner, answers, load_weights, normalized, read_digits, run

# The folder of MNIST's four files.
data = Path(os.environ.get("MNIST", "data"))
torch.manual_seed(run["settings"]["seed"])`;

const look = `model = build()
model.load_state_dict(load_weights("initial.safetensors"))
sheets, labels = read_digits(data, "t10k", run["digits"]["test"])
images = normalized(sheets[:1])

x = images
for name, module in model.named_children():
    x = module(x)
    print(f"{name:12} {tuple(x.shape)}")
print("it is a", labels[0].item(), "and is read as", answers(x).item())`;

const maps = `def show(map):
    """A map as letters: the larger a number, the darker its letter."""
    low, high = map.min(), map.max()
    shades = " .:-=+*#%@"
    for row in ((map - low) / (high - low + 1e-12) * 9).round().int().tolist():
        print("".join(2 * shades[level] for level in row))


first = next(iter(model.children()))
show(images[0, 0])
show(first(images).detach()[0, 0] if first(images).dim() == 4 else images[0, 0])`;

const train = `train_sheets, train_labels = read_digits(data, "train", run["digits"]["train"])
learner = Learner(model, train_sheets, train_labels)
size = run["settings"]["batchSize"]
order = torch.randperm(len(train_labels))
for number, indices in enumerate(order.split(size)[:100], 1):
    loss = learner.learn(indices)
    if number % 10 == 0:
        print(f"batch {number}: loss {loss:.4f}")`;

const again = `from train import test

for name in ["initial", "weights"]:
    trained = build()
    trained.load_state_dict(load_weights(f"{name}.safetensors"))
    right, loss = test(trained, sheets, labels)
    print(f"{name}: {right} of {len(labels)} right, mean loss {loss:.4f}")
right, loss = test(model, sheets, labels)
print(f"after these batches: {right} of {len(labels)} right, mean loss {loss:.4f}")
show(first(images).detach()[0, 0] if first(images).dim() == 4 else images[0, 0])`;

/** `lenet5.ipynb`: the thread of the course as cells, for the network of a run. It lies beside the project's files. */
export function notebookFile(run: RunToExport): string {
  const { correct, count } = run.score;
  return writeNotebook([
    markdown(
      'about',
      `# A network from the LeNet-5 notebook\n\n\`${run.settings.network}\`\n\nBuild it, look at one digit on its way through, train, and look again. The other files of the project and MNIST's four files, in \`data\`, lie beside this notebook.`,
    ),
    code('set-up', setUp),
    markdown(
      'build',
      '## Build\n\nEach line ends with the shape that leaves the layer, without the batch.',
    ),
    code('model', modelFile(run.network).trimEnd()),
    markdown(
      'look',
      '## Look\n\nOne test digit goes through the layers; the weights are those before any training.',
    ),
    code('shapes', look),
    markdown('maps', 'The digit as the network reads it, and what its first layer makes of it.'),
    code('show', maps),
    markdown(
      'train',
      '## Train\n\nThe first hundred batches of an epoch, by the recipe in `run.json`.',
    ),
    code('batches', train),
    markdown('again', `## Look again\n\nThe finished weights read ${correct} of ${count} right.`),
    code('compare', again),
  ]);
}
