#!/usr/bin/env python3
"""PyTorch, data in memory: `pytorch.py PIXELS LABELS THREADS [modern|general]`.

PIXELS and LABELS are files of bytes, [N, 28, 28] and [N]. It speaks as `turns.ts` says.
"""

import sys
import time

import numpy as np
import torch
from torch import nn

pixels, labels, threads, network = sys.argv[1:]
torch.set_num_threads(int(threads))
torch.manual_seed(0)

digits = np.fromfile(pixels, np.uint8).reshape(-1, 1, 28, 28)
padded = np.pad(digits, ((0, 0), (0, 0), (2, 2), (2, 2)))
x = torch.tensor(padded / 127.5 - 1, dtype=torch.float32)
y = torch.tensor(np.fromfile(labels, np.uint8).astype(np.int64))
BATCH = 64
STARTS = range(0, len(y) - BATCH + 1, BATCH)
batches = [(x[at : at + BATCH].clone(), y[at : at + BATCH].clone()) for at in STARTS]

squash = nn.Tanh if network == "general" else nn.ReLU
pool = nn.AvgPool2d if network == "general" else nn.MaxPool2d
net = nn.Sequential(
    nn.Conv2d(1, 6, 5),
    squash(),
    pool(2),
    nn.Conv2d(6, 16, 5),
    squash(),
    pool(2),
    nn.Flatten(),
    nn.Linear(400, 120),
    squash(),
    nn.Linear(120, 84),
    squash(),
    nn.Linear(84, 10),
)
loss_of = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)

print("ready", flush=True)
step = 0
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line)):
        images, targets = batches[step % len(batches)]
        step += 1
        optimizer.zero_grad(set_to_none=True)
        loss_of(net(images), targets).backward()
        optimizer.step()
    print(time.perf_counter() - start, flush=True)
