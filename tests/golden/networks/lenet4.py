import torch
from torch import nn
from torchvision import transforms


class ScaledTanh(nn.Module):
    """The squashing function of 1998: 1.7159 tanh(2x / 3)."""

    def forward(self, x):
        return 1.7159 * torch.tanh(2 / 3 * x)


class SparseConv2d(nn.Module):
    """A convolution whose output maps each see only some of the input maps."""

    def __init__(self, table, kernel_size, stride=1, padding=0, bias=True):
        super().__init__()
        self.table = table
        self.maps = nn.ModuleList(
            nn.Conv2d(len(seen), 1, kernel_size, stride, padding, bias=bias) for seen in table
        )

    def forward(self, x):
        return torch.cat([conv(x[:, seen]) for conv, seen in zip(self.maps, self.table)], dim=1)


class Subsample2d(nn.Module):
    """The sum of each window, times a coefficient, plus a bias: one of each for every map."""

    def __init__(self, channels, kernel_size, stride):
        super().__init__()
        self.sum = nn.AvgPool2d(kernel_size, stride, divisor_override=1)
        self.weight = nn.Parameter(torch.full((channels, 1, 1), 0.25))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x):
        return self.weight * self.sum(x) + self.bias


model = nn.Sequential(  # 1 × 32 × 32
    nn.Conv2d(1, 4, 5),  # 4 × 28 × 28
    ScaledTanh(),  # 4 × 28 × 28
    SparseConv2d([[0], [0], [1], [1], [2], [2], [3], [3]], 2, stride=2),  # 8 × 14 × 14
    ScaledTanh(),  # 8 × 14 × 14
    nn.Conv2d(8, 16, 5),  # 16 × 10 × 10
    ScaledTanh(),  # 16 × 10 × 10
    Subsample2d(16, 2, 2),  # 16 × 5 × 5
    ScaledTanh(),  # 16 × 5 × 5
    nn.Flatten(),  # 400
    nn.Linear(400, 120),  # 120
    ScaledTanh(),  # 120
    nn.Linear(120, 10),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.Pad(2),  # background, to 32 × 32, before it is normalised
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
