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


class EuclideanRbf(nn.Module):
    """The squared distance to a fixed code for each digit: a bitmap of 7 x 12, ink 1 and paper -1 (Figure 3)."""

    bitmaps = [
        "3e 00 1c 36 63 63 63 63 36 1c 00 00",
        "0c 1c 3c 0c 0c 0c 0c 0c 0c 3f 00 00",
        "3e 00 3e 63 43 06 1c 30 60 7f 00 00",
        "7f 03 06 0c 1e 03 03 03 63 3e 00 00",
        "3e 00 00 33 33 73 63 63 67 3f 03 03",
        "3e 00 7f 60 60 3c 1e 03 63 3e 00 00",
        "1e 30 60 60 7e 73 63 63 73 3e 00 00",
        "7f 03 03 06 0c 0c 18 18 18 18 00 00",
        "3e 63 63 63 3e 63 63 63 63 3e 00 00",
        "3e 67 63 63 67 3f 03 03 06 3c 00 00",
    ]

    def __init__(self, features, classes):
        super().__init__()
        codes = torch.tensor([
            [1.0 if int(row, 16) >> (6 - column) & 1 else -1.0 for row in rows.split() for column in range(7)]
            for rows in self.bitmaps
        ])
        if codes.shape != (classes, features):
            raise ValueError("there are codes for ten classes of 84 features")
        # Not in the state dict: they are not learned.
        self.register_buffer("codes", codes, persistent=False)

    def forward(self, x):
        return ((x[:, None] - self.codes) ** 2).sum(-1)


model = nn.Sequential(  # 1 × 32 × 32
    nn.Conv2d(1, 6, 5),  # 6 × 28 × 28
    ScaledTanh(),  # 6 × 28 × 28
    Subsample2d(6, 2, 2),  # 6 × 14 × 14
    ScaledTanh(),  # 6 × 14 × 14
    SparseConv2d([[0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5], [0, 4, 5], [0, 1, 5], [0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5], [0, 3, 4, 5], [0, 1, 4, 5], [0, 1, 2, 5], [0, 1, 3, 4], [1, 2, 4, 5], [0, 2, 3, 5], [0, 1, 2, 3, 4, 5]], 5),  # 16 × 10 × 10
    ScaledTanh(),  # 16 × 10 × 10
    Subsample2d(16, 2, 2),  # 16 × 5 × 5
    ScaledTanh(),  # 16 × 5 × 5
    nn.Conv2d(16, 120, 5),  # 120 × 1 × 1
    ScaledTanh(),  # 120 × 1 × 1
    nn.Flatten(),  # 120
    nn.Linear(120, 84),  # 84
    ScaledTanh(),  # 84
    EuclideanRbf(84, 10),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.Pad(2),  # background, to 32 × 32, before it is normalised
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
