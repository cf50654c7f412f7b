#!/usr/bin/env python3
"""PyTorch, data in memory: `pytorch.py PIXELS LABELS THREADS NETWORK`.

PIXELS and LABELS are files of bytes, [N, 28, 28] and [N], NETWORK one of JSON: a description. It speaks as
`turns.ts` says.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[2] / "tests/golden"))
from described import chain  # noqa: E402

pixels, labels, threads, description = sys.argv[1:]
torch.set_num_threads(int(threads))
torch.manual_seed(0)
network = json.loads(Path(description).read_text())

border = (network["input"][1] - 28) // 2
padded = np.pad(np.fromfile(pixels, np.uint8).reshape(-1, 1, 28, 28), [(0, 0), (0, 0)] + [(border, border)] * 2)
x = torch.tensor(padded / 127.5 - 1, dtype=torch.float32)
y = torch.tensor(np.fromfile(labels, np.uint8).astype(np.int64))
BATCH = 64
STARTS = range(0, len(y) - BATCH + 1, BATCH)
batches = [(x[at : at + BATCH].clone(), y[at : at + BATCH].clone()) for at in STARTS]

net = chain(network["layers"], (2, *network["input"]))
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
