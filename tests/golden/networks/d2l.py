from torch import nn
from torchvision import transforms

model = nn.Sequential(  # 1 × 28 × 28
    nn.Conv2d(1, 6, 5, padding=2),  # 6 × 28 × 28
    nn.Sigmoid(),  # 6 × 28 × 28
    nn.AvgPool2d(2),  # 6 × 14 × 14
    nn.Conv2d(6, 16, 5),  # 16 × 10 × 10
    nn.Sigmoid(),  # 16 × 10 × 10
    nn.AvgPool2d(2),  # 16 × 5 × 5
    nn.Flatten(),  # 400
    nn.Linear(400, 120),  # 120
    nn.Sigmoid(),  # 120
    nn.Linear(120, 84),  # 84
    nn.Sigmoid(),  # 84
    nn.Linear(84, 10),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
