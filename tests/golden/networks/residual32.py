from collections import OrderedDict

from torch import nn
from torchvision import transforms


class Residual(nn.Module):
    """What the body makes of the input, added to the input or to what a shortcut makes of it."""

    def __init__(self, body, shortcut=()):
        super().__init__()
        for name, module in body:
            self.add_module(name, module)
        self.body = [module for _, module in body]
        self.shortcut = nn.Sequential(OrderedDict(shortcut))

    def forward(self, x):
        y = x
        for module in self.body:
            y = module(y)
        return y + self.shortcut(x)


model = nn.Sequential(  # 1 × 28 × 28
    nn.Conv2d(1, 8, 3, padding=1),  # 8 × 28 × 28
    nn.ReLU(),  # 8 × 28 × 28
    nn.MaxPool2d(2),  # 8 × 14 × 14
    nn.MaxPool2d(2),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    Residual([("conv1", nn.Conv2d(8, 8, 3, padding=1)), ("relu1", nn.ReLU()), ("conv2", nn.Conv2d(8, 8, 3, padding=1))]),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Flatten(),  # 392
    nn.Linear(392, 10),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
