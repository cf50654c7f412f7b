import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


class LeNet5(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, kernel_size=5)
        self.conv2 = nn.Conv2d(6, 16, kernel_size=5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = x.view(-1, 16 * 5 * 5)
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        return self.fc3(x)


prepare = transforms.Compose(
    [transforms.Pad(2), transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))]
)
train_digits = datasets.MNIST("data", train=True, download=True, transform=prepare)
test_digits = datasets.MNIST("data", train=False, transform=prepare)
train = DataLoader(train_digits, batch_size=64, shuffle=True)
test = DataLoader(test_digits, batch_size=1000)

net = LeNet5()
loss_of = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)

for epoch in range(10):
    net.train()
    total = 0.0
    for images, labels in train:
        optimizer.zero_grad()
        loss = loss_of(net(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item()
    net.eval()
    right = 0
    with torch.no_grad():
        for images, labels in test:
            right += (net(images).argmax(1) == labels).sum().item()
    print(epoch + 1, total / len(train), right / len(test_digits))
