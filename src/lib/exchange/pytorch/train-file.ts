/**
 * `train.py`: the run of `run.json` in PyTorch, from a terminal, on one process or several. It is the same for
 * every network and every run: the network is `model.py`'s, all else stands in `run.json`.
 */
export const trainFile = String.raw`"""Trains the network of model.py on MNIST as run.json says. Needs torch alone.

    python train.py               trains from the weights in initial.safetensors
    python train.py --test        how many test digits weights.safetensors reads right
    python train.py --compare     the losses of the first batches, here and where the run was made
    torchrun --nproc_per_node=2 train.py

The four files of MNIST lie in --data, packed with gzip or not.
"""

import argparse
import gzip
import json
import os
import struct
from pathlib import Path

import torch
import torch.distributed as dist
from torch import nn
from torch.utils.data import DistributedSampler

from model import build, input_shape

here = Path(__file__).resolve().parent
run = json.loads((here / "run.json").read_text(encoding="utf-8"))
settings = run["settings"]

# A process of torchrun finds its number and how many there are in its environment.
is_distributed = "WORLD_SIZE" in os.environ
world = int(os.environ.get("WORLD_SIZE", 1))
rank = int(os.environ.get("RANK", 0))


# --- safetensors: the header's length, the header as JSON, the numbers --------------------------------------


def load_weights(path):
    """The float32 tensors of a safetensors file by name."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        if entry["dtype"] != "F32":
            raise SystemExit(f"{path}: {name} is {entry['dtype']}; this script reads F32")
        begin, end = (8 + length + at for at in entry["data_offsets"])
        tensors[name] = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32).reshape(
            entry["shape"]
        )
    return tensors


def save_weights(path, tensors, metadata):
    """Writes tensors as float32. They are on the CPU."""
    header, chunks, end = {"__metadata__": metadata}, [], 0
    for name, tensor in tensors.items():
        if name.endswith("num_batches_tracked"):
            continue
        chunk = struct.pack(f"<{tensor.numel()}f", *tensor.flatten().tolist())
        header[name] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [end, end + len(chunk)],
        }
        chunks.append(chunk)
        end += len(chunk)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    Path(path).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(chunks))


# --- MNIST --------------------------------------------------------------------------------------------------


def read_idx(folder, name):
    """An IDX file of bytes as a tensor; also packed, in torchvision's folder, or with dots in its name."""
    dotted = name.replace("-idx", ".idx")
    places = [
        base / f"{each}{ending}"
        for base in (folder, folder / "MNIST" / "raw")
        for each in (name, dotted)
        for ending in ("", ".gz")
    ]
    path = next((place for place in places if place.exists()), None)
    if path is None:
        raise SystemExit(f"{folder} holds no {name}: put the four files of MNIST there, or name their folder with --data")
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    axes = data[3]
    shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    return torch.frombuffer(bytearray(data[4 + 4 * axes :]), dtype=torch.uint8).reshape(shape)


def read_digits(folder, part, count):
    """The first digits of a part, [count, 28, 28] on sheets of background as large as the network reads, and what they are."""
    images = read_idx(folder, f"{part}-images-idx3-ubyte")[:count]
    labels = read_idx(folder, f"{part}-labels-idx1-ubyte")[:count].long()
    _, height, width = input_shape
    sheets = torch.zeros(len(images), height, width, dtype=torch.uint8)
    top, left = (height - images.shape[1]) // 2, (width - images.shape[2]) // 2
    sheets[:, top : top + images.shape[1], left : left + images.shape[2]] = images
    return sheets, labels


def normalized(sheets):
    """Grey levels as the network reads them: [N, 1, height, width]."""
    mean, std = run["normalization"]["mean"], run["normalization"]["std"]
    return ((sheets[:, None].float() / 255 - mean) / std).to(device)


def draw_shifts(step, count):
    """How far each digit of a batch moves, [count, 2]: right and down; the same for the same seed and step."""
    most = settings["shift"]
    seed = (((step + 1) * 0x9E3779B1) ^ settings["seed"]) & 0xFFFFFFFF
    generator = torch.Generator().manual_seed(seed)
    return torch.randint(2 * most + 1, (count, 2), generator=generator) - most


def shifted(sheets, shifts):
    """Each digit moved, background coming in."""
    most, (_, height, width) = settings["shift"], sheets.shape
    wide = nn.functional.pad(sheets, (most, most, most, most))
    moved = [
        each[most - down : most - down + height, most - right : most - right + width]
        for each, (right, down) in zip(wide, shifts.tolist())
    ]
    return torch.stack(moved)


# --- training -----------------------------------------------------------------------------------------------


class Order(DistributedSampler):
    """Shuffles as one process does, drawing on from the seed that also drew the weights; each rank takes its share."""

    def __init__(self, data):
        super().__init__(data, num_replicas=world, rank=rank)
        self.order = []

    def set_epoch(self, epoch):
        super().set_epoch(epoch)
        order = torch.randperm(len(self.dataset)).tolist()
        self.order = order + order[: self.total_size - len(order)]

    def __iter__(self):
        return iter(self.order[self.rank : self.total_size : self.num_replicas])


def optimizer_of(model, total_steps):
    """The rule of each update and, where the learning rate moves, its schedule."""
    lr, decay = settings["lr"], settings["weightDecay"]
    if settings["optimizer"] == "adam":
        optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=decay)
    else:
        optimizer = torch.optim.SGD(
            model.parameters(), lr=lr, momentum=settings["momentum"], weight_decay=decay
        )
    if settings["schedule"] == "constant":
        return optimizer, None
    return optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps)


def test(model, sheets, labels):
    """How many digits the network reads right, and the mean loss."""
    model.eval()
    right, loss = 0, 0.0
    with torch.no_grad():
        for images, wanted in zip(sheets.split(1000), labels.split(1000)):
            scores = model(normalized(images))
            wanted = wanted.to(device)
            right += (answers(scores) == wanted).sum().item()
            loss += loss_of(scores, wanted, "sum").item()
    model.train()
    return right, loss / len(labels)


def mean_of_ranks(value):
    """The mean over all processes; in a single one, the value."""
    if not is_distributed:
        return value
    total = torch.tensor([value], dtype=torch.float64, device=device)
    dist.all_reduce(total)
    return total.item() / world


def loss_of(scores, labels, reduction="mean"):
    """Cross-entropy of scores; of distances to codes the paper's equation 8 (mse) or 9 (map)."""
    if run["loss"] == "crossEntropy":
        return nn.functional.cross_entropy(scores, labels, reduction=reduction)
    losses = scores.gather(1, labels[:, None])[:, 0]
    if run["loss"] == "map":
        rubbish = torch.full_like(scores[:, :1], run["j"])
        losses = losses + torch.logsumexp(torch.cat([-scores, -rubbish], 1), 1)
    return losses.mean() if reduction == "mean" else losses.sum()


def answers(scores):
    """The class of the largest score, or of the smallest distance."""
    return scores.argmax(1) if run["loss"] == "crossEntropy" else scores.argmin(1)


class Learner:
    """A network, its optimiser, and the digits that it learns from."""

    def __init__(self, model, sheets, labels):
        self.sheets, self.labels, self.step = sheets, labels, 0
        batches = -(-len(labels) // settings["batchSize"])
        self.model = model
        if is_distributed:
            self.model = nn.parallel.DistributedDataParallel(model)
        self.optimizer, self.schedule = optimizer_of(model, batches * settings["epochs"])

    def learn(self, indices):
        """One update by this rank's share of a batch; returns its mean loss before the update."""
        images, wanted = self.sheets[indices], self.labels[indices].to(device)
        if settings["shift"] > 0:
            shifts = draw_shifts(self.step, len(indices) * world)
            images = shifted(images, shifts[rank::world])
        self.optimizer.zero_grad()
        loss = loss_of(self.model(normalized(images)), wanted)
        loss.backward()
        self.optimizer.step()
        if self.schedule:
            self.schedule.step()
        self.step += 1
        return loss.item()


def train(model, data, options):
    """Trains, tests after each epoch, and saves what came out."""
    train_count, test_count = run["digits"]["train"], run["digits"]["test"]
    digits = read_digits(data, "train", train_count)
    unseen = read_digits(data, "t10k", test_count)
    if settings["batchSize"] % world:
        raise SystemExit(f"a batch of {settings['batchSize']} cannot be shared by {world} processes")
    learner, order = Learner(model, *digits), Order(digits[1])
    for epoch in range(1, settings["epochs"] + 1):
        order.set_epoch(epoch)
        total = 0.0
        for indices in torch.tensor(list(order)).split(settings["batchSize"] // world):
            loss = mean_of_ranks(learner.learn(indices))
            total += loss * len(indices) * world
            if options.log and learner.step % options.log == 0:
                say(f"step {learner.step}: loss {loss:.6f}")
            if learner.step == options.steps:
                break
        if learner.step == options.steps:
            break
        right, loss = test(model, *unseen) if rank == 0 else (0, 0.0)
        mean = total / len(digits[1])
        say(f"epoch {epoch}: training loss {mean:.4f}, test loss {loss:.4f}, {right} of {test_count} right")
    if is_distributed:
        say("all processes hold the same weights" if replicas_are_equal(model) else "THE WEIGHTS DIFFER")
    if rank == 0:
        weights = {name: value.cpu() for name, value in model.state_dict().items()}
        save_weights(options.out, weights, {"format": "pt", **run["metadata"]})


def replicas_are_equal(model):
    """Whether every process has the same bits as the first."""
    own = torch.cat([value.detach().flatten() for value in model.parameters()])
    first = own.clone()
    dist.broadcast(first, 0)
    differs = torch.tensor([0.0 if torch.equal(own, first) else 1.0], device=device)
    dist.all_reduce(differs)
    return differs.item() == 0


def compare(model, data):
    """The losses of the run's first batches beside those of the page: equal within 1e-4."""
    # oneDNN rounds convolutions more coarsely; where a ReLU is close to 0 the difference would grow.
    torch.backends.mkldnn.enabled = False
    record = json.loads((here / "compare.json").read_text(encoding="utf-8"))
    learner = Learner(model, *read_digits(data, "train", run["digits"]["train"]))
    largest = 0.0
    print("batch  page      PyTorch   difference")
    for number, (indices, page) in enumerate(zip(record["order"], record["losses"]), 1):
        loss = learner.learn(torch.tensor(indices))
        largest = max(largest, abs(loss - page))
        print(f"{number:5}  {page:.6f}  {loss:.6f}  {loss - page:+.1e}")
    print(f"the largest difference of {len(record['losses'])} losses is {largest:.1e}")
    return largest <= 1e-4


def say(text):
    """Prints once, not once a process."""
    if rank == 0:
        print(text, flush=True)


def device_of():
    """The card of this process, or the processor."""
    if not torch.cuda.is_available():
        return torch.device("cpu")
    return torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))


device = device_of()


def main():
    parser = argparse.ArgumentParser(description="Trains the network of model.py on MNIST.")
    parser.add_argument("--data", type=Path, default=here / "data", help="the folder of MNIST's four files")
    parser.add_argument("--test", action="store_true", help="test weights.safetensors and end")
    parser.add_argument("--compare", action="store_true", help="compare the first batches and end")
    parser.add_argument("--out", type=Path, default=here / "trained.safetensors")
    parser.add_argument("--steps", type=int, help="end after so many batches")
    parser.add_argument("--log", type=int, default=100, help="print the loss of every so manieth batch")
    options = parser.parse_args()

    if is_distributed:
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    # Building the network draws as many numbers as it did on the page: the order that is drawn next is the same.
    torch.manual_seed(settings["seed"])
    model = build().to(device)
    file = "weights.safetensors" if options.test else "initial.safetensors"
    model.load_state_dict(load_weights(here / file))
    if options.test:
        count = run["digits"]["test"]
        right, loss = test(model, *read_digits(options.data, "t10k", count))
        print(f"{right} of {count} right, mean loss {loss:.6f}")
    elif options.compare:
        raise SystemExit(0 if compare(model, options.data) else 1)
    else:
        train(model, options.data, options)
    if is_distributed:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
`;
