from torch import nn

model = nn.Sequential(  # 3 × 224 × 224
    nn.Conv2d(3, 64, 3, padding=1),  # 64 × 224 × 224
    nn.ReLU(),  # 64 × 224 × 224
    nn.Conv2d(64, 64, 3, padding=1),  # 64 × 224 × 224
    nn.ReLU(),  # 64 × 224 × 224
    nn.MaxPool2d(2),  # 64 × 112 × 112
    nn.Conv2d(64, 128, 3, padding=1),  # 128 × 112 × 112
    nn.ReLU(),  # 128 × 112 × 112
    nn.Conv2d(128, 128, 3, padding=1),  # 128 × 112 × 112
    nn.ReLU(),  # 128 × 112 × 112
    nn.MaxPool2d(2),  # 128 × 56 × 56
    nn.Conv2d(128, 256, 3, padding=1),  # 256 × 56 × 56
    nn.ReLU(),  # 256 × 56 × 56
    nn.Conv2d(256, 256, 3, padding=1),  # 256 × 56 × 56
    nn.ReLU(),  # 256 × 56 × 56
    nn.Conv2d(256, 256, 3, padding=1),  # 256 × 56 × 56
    nn.ReLU(),  # 256 × 56 × 56
    nn.MaxPool2d(2),  # 256 × 28 × 28
    nn.Conv2d(256, 512, 3, padding=1),  # 512 × 28 × 28
    nn.ReLU(),  # 512 × 28 × 28
    nn.Conv2d(512, 512, 3, padding=1),  # 512 × 28 × 28
    nn.ReLU(),  # 512 × 28 × 28
    nn.Conv2d(512, 512, 3, padding=1),  # 512 × 28 × 28
    nn.ReLU(),  # 512 × 28 × 28
    nn.MaxPool2d(2),  # 512 × 14 × 14
    nn.Conv2d(512, 512, 3, padding=1),  # 512 × 14 × 14
    nn.ReLU(),  # 512 × 14 × 14
    nn.Conv2d(512, 512, 3, padding=1),  # 512 × 14 × 14
    nn.ReLU(),  # 512 × 14 × 14
    nn.Conv2d(512, 512, 3, padding=1),  # 512 × 14 × 14
    nn.ReLU(),  # 512 × 14 × 14
    nn.MaxPool2d(2),  # 512 × 7 × 7
    nn.Flatten(),  # 25088
    nn.Linear(25088, 4096),  # 4096
    nn.ReLU(),  # 4096
    nn.Dropout(),  # 4096
    nn.Linear(4096, 4096),  # 4096
    nn.ReLU(),  # 4096
    nn.Dropout(),  # 4096
    nn.Linear(4096, 1000),  # 1000
)
