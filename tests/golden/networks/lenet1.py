import torch
from torch import nn
from torchvision import transforms


class ScaledTanh(nn.Module):
    """The squashing function of 1998: 1.7159 tanh(2x / 3)."""

    def forward(self, x):
        return 1.7159 * torch.tanh(2 / 3 * x)


class Subsample2d(nn.Module):
    """The sum of each window, times a coefficient, plus a bias: one of each for every map."""

    def __init__(self, channels, kernel_size, stride, padding=0):
        super().__init__()
        self.sum = nn.AvgPool2d(kernel_size, stride, padding, divisor_override=1)
        height, width = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
        bound = (height * width) ** -0.5
        self.weight = nn.Parameter(torch.empty(channels).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(channels).uniform_(-bound, bound))

    def forward(self, x):
        return self.weight[:, None, None] * self.sum(x) + self.bias[:, None, None]


class SparseConv2d(nn.Module):
    """A convolution whose output maps each see only some of the input maps, with a kernel for each pair."""

    def __init__(self, table, kernel_size, stride=1, padding=0, dilation=1, bias=True):
        super().__init__()
        self.outputs = [o for o, seen in enumerate(table) for _ in seen]
        self.inputs = [i for seen in table for i in seen]
        self.sliding = dict(stride=stride, padding=padding, dilation=dilation)
        height, width = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
        bounds = [(len(seen) * height * width) ** -0.5 for seen in table]
        kernels = [
            torch.empty(len(seen), height, width).uniform_(-bound, bound)
            for seen, bound in zip(table, bounds)
        ]
        self.weight = nn.Parameter(torch.cat(kernels))
        self.bias = None
        if bias:
            self.bias = nn.Parameter(
                torch.cat([torch.empty(1).uniform_(-bound, bound) for bound in bounds])
            )
        self.maps = len(table)

    def forward(self, x):
        kernels = self.weight.new_zeros(self.maps, x.shape[1], *self.weight.shape[1:])
        kernels[self.outputs, self.inputs] = self.weight
        return nn.functional.conv2d(x, kernels, self.bias, **self.sliding)


model = nn.Sequential(  # 1 × 28 × 28
    nn.Conv2d(1, 4, 5),  # 4 × 24 × 24
    ScaledTanh(),  # 4 × 24 × 24
    Subsample2d(4, 2, 2),  # 4 × 12 × 12
    ScaledTanh(),  # 4 × 12 × 12
    SparseConv2d([[0], [0, 1], [0, 1], [1], [0, 1], [0, 1], [2], [2, 3], [2, 3], [3], [2, 3], [2, 3]], 5),  # 12 × 8 × 8
    ScaledTanh(),  # 12 × 8 × 8
    Subsample2d(12, 2, 2),  # 12 × 4 × 4
    ScaledTanh(),  # 12 × 4 × 4
    nn.Flatten(),  # 192
    nn.Linear(192, 10),  # 10
    ScaledTanh(),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
