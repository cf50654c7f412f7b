from torch import nn
from torchvision import transforms

model = nn.Sequential(  # 1 × 28 × 28
    nn.Conv2d(1, 6, 5),  # 6 × 24 × 24
    nn.ReLU(),  # 6 × 24 × 24
    nn.MaxPool2d(2),  # 6 × 12 × 12
    nn.Conv2d(6, 16, 5),  # 16 × 8 × 8
    nn.ReLU(),  # 16 × 8 × 8
    nn.MaxPool2d(2),  # 16 × 4 × 4
    nn.Flatten(),  # 256
    nn.Linear(256, 120),  # 120
    nn.ReLU(),  # 120
    nn.Linear(120, 84),  # 84
    nn.ReLU(),  # 84
    nn.Linear(84, 10),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
