from torch import nn

model = nn.Sequential(  # 4 × 20 × 17
    nn.Conv2d(4, 8, (3, 5), stride=(2, 1), padding=(4, 8), dilation=2, groups=2, bias=False),  # 8 × 12 × 25
    nn.BatchNorm2d(8),  # 8 × 12 × 25
    nn.Sigmoid(),  # 8 × 12 × 25
    nn.ConvTranspose2d(8, 6, 3, stride=2, padding=1, output_padding=1, groups=2),  # 6 × 24 × 50
    nn.AvgPool2d(3, stride=2, padding=1, ceil_mode=True),  # 6 × 13 × 26
    nn.MaxPool2d(2, stride=1, dilation=2),  # 6 × 11 × 24
    nn.Conv2d(6, 5, 2, padding="same"),  # 5 × 11 × 24
    nn.Tanh(),  # 5 × 11 × 24
    nn.Flatten(),  # 1320
    nn.Linear(1320, 30, bias=False),  # 30
    nn.Unflatten(1, (30, 1, 1)),  # 30 × 1 × 1
    nn.ConvTranspose2d(30, 4, 2),  # 4 × 2 × 2
    nn.Flatten(),  # 16
    nn.Linear(16, 7),  # 7
    nn.Softmax(dim=1),  # 7
)
