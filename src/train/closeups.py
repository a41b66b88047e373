"""Trains the networks that look at closeups of a portrait. README.md tells how to run it and what it needs."""

import argparse
import copy
import csv
import pathlib

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from trunk import Closeup, Trunk

# how much wider and higher the cuts are than what a network looks at: room for shifts and turns
MARGIN = 1.35
VARIANTS = 6
BATCH = 32
PASSES = 9
SMOOTHING = 0.05
AVERAGING = 0.97
EVERYTHING = -1

# sides, width, height, whether a variant may be mirrored, and how much each rule counts
CLOSEUPS = {
    "ears": (2, 160, 160, False, {"no-earrings": 1.0, "ears-visible": 0.4}),
}


def varied(picture, width, height, chance, mirror):
    """A cut shifted, turned, scaled, and as another camera would have taken it."""
    turn, scale = chance.uniform(-7, 7), width / (picture.shape[1] / MARGIN) * np.exp(chance.uniform(-0.16, 0.16))
    shift = chance.uniform(-0.06, 0.06, 2) * (width, height)
    out = placed(picture, width, height, scale, turn, shift)
    out = out[:, ::-1] if mirror else out
    out = out.astype(np.float32)
    if chance.random() < 0.35:
        out = cv2.GaussianBlur(out, (0, 0), chance.uniform(0.4, 1.6) * width / 160)
    mean = out.mean()
    light, colour = np.exp(chance.uniform(-0.35, 0.35)), np.exp(chance.uniform(-0.08, 0.08, 3))
    out = ((out - mean) * np.exp(chance.uniform(-0.25, 0.25)) + mean) * light * colour
    if chance.random() < 0.12:
        out[:] = out.mean(-1, keepdims=True)
    if chance.random() < 0.4:
        out += chance.normal(0, chance.uniform(1, 7), out.shape)
    out = np.clip(out, 0, 255).astype(np.uint8)
    if chance.random() < 0.5:
        quality = int(chance.integers(40, 92))
        out = cv2.imdecode(cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)
    return out


def placed(picture, width, height, scale, turn, shift):
    middle = (picture.shape[1] / 2, picture.shape[0] / 2)
    matrix = cv2.getRotationMatrix2D(middle, turn, scale)
    matrix[:, 2] += (width / 2 - middle[0] + shift[0], height / 2 - middle[1] + shift[1])
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def early(trunk, cuts, width, height, mirrors, chance):
    """What the frozen blocks make of every cut as it is (first) and of its variants."""
    kept = None
    for number, cut in enumerate(cuts):
        plain = placed(cut, width, height, width / (cut.shape[1] / MARGIN), 0, (0, 0))
        variants = [varied(cut, width, height, chance, mirrors and k % 2 == 1) for k in range(VARIANTS)]
        rgb = np.stack([plain, *variants])[..., ::-1].copy()
        batch = torch.tensor(rgb).permute(0, 3, 1, 2).float().contiguous(memory_format=torch.channels_last)
        with torch.no_grad():
            maps = trunk.early(batch).permute(0, 2, 3, 1).numpy().astype(np.float16)
        if kept is None:
            kept = np.empty((len(cuts), *maps.shape), np.float16)
        kept[number] = maps
    return kept


def answers(network, sides, which, variants):
    """One answer per picture and rule; of two sides about the lower one: a rule is broken if either side breaks it."""
    batch = np.concatenate([side[which, variants] for side in sides])
    values = network(torch.tensor(batch).float().permute(0, 3, 1, 2)).view(len(sides), len(which), -1)
    if len(sides) == 1:
        return values[0]
    return (np.log(len(sides)) - torch.logsumexp(-2 * values, 0)) / 2


def train(trunk, sides, labels, folds, left_out, weights):
    known = (folds != left_out) & (labels != 0).any(1)
    pictures = np.where(known)[0]
    chance = np.random.default_rng(100 + left_out)
    torch.manual_seed(100 + left_out)
    network = Closeup(trunk, labels.shape[1], 0.3).to(memory_format=torch.channels_last)
    network.measure(torch.tensor(np.concatenate([s[pictures[::3], 0] for s in sides])).float().permute(0, 3, 1, 2))
    rarer = np.minimum(8, (labels[pictures] > 0).sum(0) / np.maximum(1, (labels[pictures] < 0).sum(0)))
    groups = [
        {"params": [*network.blocks.parameters(), *network.top.parameters()], "lr": 2e-4, "weight_decay": 0.02},
        {"params": network.answer.parameters(), "lr": 1e-3, "weight_decay": 0.3},
    ]
    optimiser = torch.optim.AdamW(groups)
    rates = [group["lr"] for group in groups]
    steps = PASSES * -(-len(pictures) // BATCH)
    averaged = copy.deepcopy(network).eval()
    network.train()
    step = 0
    for _ in range(PASSES):
        order = chance.permutation(pictures)
        for start in range(0, len(order), BATCH):
            which = order[start : start + BATCH]
            given = answers(network, sides, which, chance.integers(0, VARIANTS + 1, len(which)))
            truth = torch.tensor(np.where(labels[which] > 0, 1 - SMOOTHING, SMOOTHING)).float()
            count = torch.tensor(np.where(labels[which] == 0, 0, np.where(labels[which] < 0, rarer, 1)) * weights)
            loss = F.binary_cross_entropy_with_logits(given, truth, reduction="none") * count.float()
            warm = min(1, (step + 1) / 30) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * warm
            optimiser.zero_grad()
            (loss.sum() / count.sum().clamp(min=1)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            keep = AVERAGING if step > 30 else 0
            with torch.no_grad():
                for mean, value in zip(averaged.parameters(), network.parameters()):
                    mean.mul_(keep).add_(value, alpha=1 - keep)
    return averaged


def equal_error_rate(labels, scores):
    met, broken = np.sort(scores[labels > 0]), np.sort(scores[labels < 0])
    limits = np.concatenate([met, broken])
    alarms = np.searchsorted(met, limits) / len(met)
    misses = 1 - np.searchsorted(broken, limits) / len(broken)
    best = np.argmin(np.abs(alarms - misses))
    return (alarms[best] + misses[best]) / 2


def one(name, arguments, trunk, names, folds, truth):
    sides, width, height, mirrors, rules = CLOSEUPS[name]
    chance = np.random.default_rng(sum(map(ord, name)))
    size = (round(height * MARGIN), round(width * MARGIN))
    maps = []
    for side in range(sides):
        cuts = np.memmap(arguments.cuts / f"{name}-{side}.bgr", np.uint8, "r").reshape(len(names), *size, 3)
        maps.append(early(trunk, cuts, width, height, mirrors, chance))
    labels = np.array([[truth[file].get(rule, 0) for rule in rules] for file in names])
    scores = np.zeros(labels.shape)
    for fold in [*sorted(set(folds)), EVERYTHING]:
        network = train(trunk, maps, labels, folds, fold, np.array(list(rules.values())))
        target = arguments.out / f"{name}.onnx"
        if fold != EVERYTHING:
            tested = np.where(folds == fold)[0]
            with torch.no_grad():
                scores[tested] = answers(network, maps, tested, 0).numpy()
            target = arguments.folds / f"{name}-{fold}.onnx"
        target.write_bytes(network.onnx(trunk, height, width))
    for number, rule in enumerate(rules):
        known = labels[:, number] != 0
        rate = equal_error_rate(labels[known, number], scores[known, number])
        print(f"{name}: {rule}: equal error rate out of fold {100 * rate:.1f} %", flush=True)


def truths(path):
    with open(path, newline="") as opened:
        rows = list(csv.DictReader(opened))
    meets = {"1": 1, "0": -1}
    return {row["file"]: {k.replace("_", "-"): meets[v] for k, v in row.items() if v in meets} for row in rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=pathlib.Path, required=True, help="what 'tucai bench closeups' wrote")
    parser.add_argument("--labels", type=pathlib.Path, required=True, help="labels.csv")
    parser.add_argument("--trunk", required=True, help="glasses.tflite")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the networks trained on everything")
    parser.add_argument("--folds", type=pathlib.Path, required=True, help="folder for those trained without a fold")
    parser.add_argument("names", nargs="*", help="which closeups; all when none is named")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    arguments.folds.mkdir(parents=True, exist_ok=True)
    with open(arguments.cuts / "pictures.csv", newline="") as opened:
        pictures = list(csv.DictReader(opened))
    names = [row["file"] for row in pictures]
    folds = np.array([int(row["fold"]) for row in pictures])
    trunk = Trunk(arguments.trunk).eval().to(memory_format=torch.channels_last)
    for name in arguments.names or CLOSEUPS:
        one(name, arguments, trunk, names, folds, truths(arguments.labels))


if __name__ == "__main__":
    main()
