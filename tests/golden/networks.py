"""Builds every exported network with PyTorch, for tests/pages/builder/exports.test.ts.

The files in networks/ are what the builder exports (the test writes them with `vitest -u`). This
script runs each, sends one random input of the shape on its first line through it, and writes what
came out to networks.json: the number of parameters and the output's shape.

    python3 tests/golden/networks.py
"""

import json
import re
import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock

import torch

# How digits are prepared is written in the files too, but torchvision is not needed to build a network.
sys.modules["torchvision"] = ModuleType("torchvision")
sys.modules["torchvision"].transforms = MagicMock()

folder = Path(__file__).with_suffix("")
built = {}
for path in sorted(folder.glob("*.py")):
    source = path.read_text()
    scope = {}
    exec(compile(source, path.name, "exec"), scope)
    model = scope["model"].eval()
    shape = [int(n) for n in re.search(r"nn\.Sequential\(  # (.*)", source)[1].split(" × ")]
    with torch.no_grad():
        output = model(torch.rand(1, *shape))
    built[path.stem] = dict(
        parameters=sum(p.numel() for p in model.parameters()), output=list(output.shape[1:])
    )

folder.with_suffix(".json").write_text(json.dumps(built, indent=2) + "\n")
print(json.dumps(built))
