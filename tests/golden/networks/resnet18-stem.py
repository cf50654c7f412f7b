from torch import nn

model = nn.Sequential(  # 3 × 224 × 224
    nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False),  # 64 × 112 × 112
    nn.BatchNorm2d(64),  # 64 × 112 × 112
    nn.ReLU(),  # 64 × 112 × 112
    nn.MaxPool2d(3, stride=2, padding=1),  # 64 × 56 × 56
)
