"""Random layers through PyTorch, for tests/arithmetic/golden.test.ts.

Writes arithmetic.json beside this file: for each setting the output's shape, the shape of the
weight's gradient and the number of parameters, or null where PyTorch refuses the setting.

    python3 tests/golden/arithmetic.py

Made with PyTorch 1.13. It differs from later versions in one point that is left out here: it allows
a max-pooling layer a padding of half the kernel, later versions half the kernel's dilated span.
"""

import json
import random
from pathlib import Path

import torch
from torch import nn

SEED = 1998
SETTINGS_PER_KIND = 640
torch.manual_seed(SEED)
generator = random.Random(SEED)


def pair(low, high):
    """A setting down and across; in two of three cases the same."""
    first = generator.randint(low, high)
    return [first, first if generator.random() < 2 / 3 else generator.randint(low, high)]


def convolution():
    groups = generator.choice([1, 1, 1, 2, 3])
    channels = [groups * generator.randint(1, 3), groups * generator.randint(1, 3)]
    if generator.random() < 0.05:
        channels[0] += 1
    kernel, dilation = pair(1, 6), pair(1, 3)
    padding = generator.choice([pair(0, 4), pair(0, 4), "same", "valid"])
    return dict(
        input=[channels[0], *pair(1, 20)], out=channels[1], kernel=kernel, stride=pair(1, 4),
        padding=padding, dilation=dilation, groups=groups, bias=generator.random() < 0.5,
    )


def transposed():
    setting = convolution()
    if isinstance(setting["padding"], str):
        setting["padding"] = pair(0, 4)
    setting["input"][1:] = pair(1, 9)
    return {**setting, "outputPadding": pair(0, 2)}


def pool():
    kernel = pair(1, 6)
    padding = pair(0, 3)
    return dict(
        input=[generator.randint(1, 3), *pair(1, 20)], kernel=kernel, stride=pair(1, 4),
        padding=padding, ceilMode=generator.random() < 0.5,
    )


def max_pool():
    setting = pool()
    dilation = pair(1, 3)
    # What PyTorch 1.13 and later versions judge differently: see above.
    for k, p, d in zip(setting["kernel"], setting["padding"], dilation):
        if k // 2 < p <= (d * (k - 1) + 1) // 2:
            dilation = [1, 1]
    return {**setting, "dilation": dilation}


def linear():
    return dict(
        input=[generator.randint(1, 8), *pair(1, 6)], out=generator.randint(1, 40),
        bias=generator.random() < 0.5,
    )


def module_for(kind, s):
    if kind == "conv":
        padding = s["padding"] if isinstance(s["padding"], str) else tuple(s["padding"])
        return nn.Conv2d(s["input"][0], s["out"], tuple(s["kernel"]), tuple(s["stride"]), padding,
                         tuple(s["dilation"]), s["groups"], s["bias"])
    if kind == "transposed":
        return nn.ConvTranspose2d(s["input"][0], s["out"], tuple(s["kernel"]), tuple(s["stride"]),
                                  tuple(s["padding"]), tuple(s["outputPadding"]), s["groups"],
                                  s["bias"], tuple(s["dilation"]))
    if kind == "maxPool":
        return nn.MaxPool2d(tuple(s["kernel"]), tuple(s["stride"]), tuple(s["padding"]),
                            tuple(s["dilation"]), ceil_mode=s["ceilMode"])
    if kind == "averagePool":
        return nn.AvgPool2d(tuple(s["kernel"]), tuple(s["stride"]), tuple(s["padding"]),
                            ceil_mode=s["ceilMode"])
    features = s["input"][0] * s["input"][1] * s["input"][2]
    return nn.Sequential(nn.Flatten(), nn.Linear(features, s["out"], s["bias"]))


def answer(kind, setting):
    """What PyTorch makes of a setting, or None where it raises an error."""
    try:
        module = module_for(kind, setting)
        output = module(torch.zeros(1, *setting["input"]))
        if list(module.parameters()):
            output.sum().backward()
    except (ValueError, RuntimeError):
        return None
    weights = [p for name, p in module.named_parameters() if name.endswith("weight")]
    return dict(
        output=list(output.shape[1:]), weight=list(weights[0].grad.shape) if weights else [],
        parameters=sum(p.numel() for p in module.parameters()),
    )


KINDS = dict(conv=convolution, transposed=transposed, maxPool=max_pool, averagePool=pool, linear=linear)
rows = []
for kind, random_setting in KINDS.items():
    for _ in range(SETTINGS_PER_KIND):
        setting = random_setting()
        rows.append(dict(kind=kind, setting=setting, answer=answer(kind, setting)))

path = Path(__file__).with_suffix(".json")
lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
path.write_text(f"[\n{lines}\n]\n")
refused = sum(row["answer"] is None for row in rows)
print(f"{len(rows)} settings, {refused} refused, {path.stat().st_size} bytes")
