"""LeNet-5 learns to read the digits of MNIST: all of it in one file.

Needs PyTorch and torchvision: pip install torch torchvision
Run it with: python lenet5.py
"""

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

    def forward(self, x):  # [N, 1, 32, 32]
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)  # [N, 6, 14, 14]
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)  # [N, 16, 5, 5]
        x = x.view(-1, 16 * 5 * 5)  # [N, 400]
        x = F.relu(self.fc1(x))  # [N, 120]
        x = F.relu(self.fc2(x))  # [N, 84]
        return self.fc3(x)  # [N, 10], a score for each digit


def accuracy(net, loader):
    """The part of the digits that the network reads right."""
    net.eval()
    with torch.no_grad():
        right = sum((net(images).argmax(1) == labels).sum().item() for images, labels in loader)
    net.train()
    return right / len(loader.dataset)


def main():
    torch.manual_seed(0)
    net = LeNet5()
    loss_of = nn.CrossEntropyLoss()
    # A step changes each weight by lr times its gradient, and goes on in the direction of the steps before.
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    # Two pixels of background on every side make 28 x 28 into 32 x 32, before they are normalised.
    prepare = transforms.Compose(
        [transforms.Pad(2), transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))]
    )
    train = DataLoader(
        datasets.MNIST("data", train=True, download=True, transform=prepare),
        batch_size=64,
        shuffle=True,
    )
    test = DataLoader(
        datasets.MNIST("data", train=False, download=True, transform=prepare), batch_size=1000
    )

    for epoch in range(5):
        total = 0.0
        for images, labels in train:
            optimizer.zero_grad()
            loss = loss_of(net(images), labels)
            loss.backward()  # computes the gradients
            optimizer.step()  # changes the weights
            total += loss.item()
        # The last number is of digits that the network has not learned from.
        print(f"epoch {epoch + 1}: loss {total / len(train):.4f}, test {accuracy(net, test):.2%}")

    torch.save(net.state_dict(), "lenet5.pth")


if __name__ == "__main__":
    main()
