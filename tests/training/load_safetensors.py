"""Loads a safetensors file into a LeNet-5 written in PyTorch and compares it with seed 5's weights."""

import json
import struct
import sys

import torch
from torch import nn


class LeNet5(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(400, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)


def load(path):
    """As `safetensors.torch.load_file`, which need not be installed beside PyTorch."""
    data = open(path, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    body = bytearray(data[8 + length :])
    state = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        flat = torch.frombuffer(body, dtype=torch.float32, count=(end - start) // 4, offset=start)
        state[name] = flat.reshape(entry["shape"])
    return state


torch.manual_seed(5)
expected = LeNet5()
loaded = LeNet5()
loaded.load_state_dict(load(sys.argv[1]))
same = all(
    torch.equal(tensor, expected.state_dict()[name]) for name, tensor in loaded.state_dict().items()
)
print("equal" if same else "different")
