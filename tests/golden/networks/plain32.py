from torch import nn
from torchvision import transforms

model = nn.Sequential(  # 1 × 28 × 28
    nn.Conv2d(1, 8, 3, padding=1),  # 8 × 28 × 28
    nn.ReLU(),  # 8 × 28 × 28
    nn.MaxPool2d(2),  # 8 × 14 × 14
    nn.MaxPool2d(2),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Conv2d(8, 8, 3, padding=1),  # 8 × 7 × 7
    nn.ReLU(),  # 8 × 7 × 7
    nn.Flatten(),  # 392
    nn.Linear(392, 10),  # 10
)

# How a digit of 28 × 28 becomes what the network reads.
prepare = transforms.Compose([
    transforms.ToTensor(),
    transforms.Normalize((0.1307,), (0.3081,)),
])
