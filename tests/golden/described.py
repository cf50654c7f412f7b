"""A network in PyTorch from its description, as `src/lib/network` has it and JSON writes it."""

import numpy as np
import torch
from torch import nn


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
    """The modules of layers that read [N, C, H, W], in the order in which PyTorch draws their weights."""
    made = []
    for each in layers:
        made.append(module(each["layer"], shape))
        shape = made[-1](torch.zeros(2, *shape[1:])).shape
    net = nn.Sequential(*made)
    # What finding out the shapes has left in the running statistics.
    for each in net.modules():
        if isinstance(each, nn.BatchNorm2d):
            each.reset_running_stats()
    return net
