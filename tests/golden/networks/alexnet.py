from torch import nn

model = nn.Sequential(  # 3 × 227 × 227
    nn.Conv2d(3, 96, 11, stride=4),  # 96 × 55 × 55
    nn.ReLU(),  # 96 × 55 × 55
    nn.MaxPool2d(3, stride=2),  # 96 × 27 × 27
    nn.Conv2d(96, 256, 5, padding=2, groups=2),  # 256 × 27 × 27
    nn.ReLU(),  # 256 × 27 × 27
    nn.MaxPool2d(3, stride=2),  # 256 × 13 × 13
    nn.Conv2d(256, 384, 3, padding=1),  # 384 × 13 × 13
    nn.ReLU(),  # 384 × 13 × 13
    nn.Conv2d(384, 384, 3, padding=1, groups=2),  # 384 × 13 × 13
    nn.ReLU(),  # 384 × 13 × 13
    nn.Conv2d(384, 256, 3, padding=1, groups=2),  # 256 × 13 × 13
    nn.ReLU(),  # 256 × 13 × 13
    nn.MaxPool2d(3, stride=2),  # 256 × 6 × 6
    nn.Flatten(),  # 9216
    nn.Linear(9216, 4096),  # 4096
    nn.ReLU(),  # 4096
    nn.Dropout(),  # 4096
    nn.Linear(4096, 4096),  # 4096
    nn.ReLU(),  # 4096
    nn.Dropout(),  # 4096
    nn.Linear(4096, 1000),  # 1000
)
