"""Trains the networks that look at closeups of a portrait. README.md says how to run it and what it needs."""

import argparse
import copy
import csv
import pathlib
import shutil

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import jewels
import lights
import patterns
from trunk import Closeup, Trunk

# how much wider and higher the crops are than a network's input: room for shifts and rotations
MARGIN = 1.35
VARIANTS = 10
BATCH = 32
SMOOTHING = 0.05
AVERAGING = 0.97
EVERYTHING = -1
# how often pictures of a batch are mixed in pairs, and the parameter of the beta distribution of their shares
MIXED, UNEVEN = 0.5, 0.2
# drawings per picture, how often one replaces a picture that meets the rule, and how much it counts then
DRAWINGS, DRAWN, DRAWN_COUNTS = 4, 0.3, 0.5
# epochs of each run; the weights of the runs are averaged
RUNS = {"ears": (14,), "bust": (14, 22), "torso": (14, 14), "head": (14, 14), "mouth": (22, 22)}
# rules whose drawings are used in the second run only, so that the two runs differ more
SECOND_ONLY = {"bust": "plain-clothes", "head": "even-lighting"}
# functions that draw on pictures that meet a rule: given the crop, the crops of its fold that break the rule, and a random
# generator; may return None
DRAWN_ON = {
    "ears": {"no-earrings": jewels.earring},
    "bust": {"no-necklace": jewels.necklace, "plain-clothes": patterns.pattern},
    "torso": {"plain-clothes": patterns.pattern},
    "head": {"even-lighting": lights.one_sided},
    "mouth": {},
}

# sides, width, height, whether a picture may be mirrored, how many of the rules the network answers (the others only help in
# training), and the weight of each rule
CLOSEUPS = {
    "ears": (2, 160, 160, False, 2, {"no-earrings": 1.0, "ears-visible": 0.4}),
    "bust": (1, 320, 192, True, 2, {"no-necklace": 1.0, "plain-clothes": 0.6}),
    "torso": (1, 256, 160, True, 2, {"plain-clothes": 1.0, "no-necklace": 0.3}),
    "head": (
        1,
        224,
        224,
        True,
        4,
        {
            "no-headwear": 1.0,
            "ears-visible": 1.0,
            "even-lighting": 0.7,
            "no-earrings": 0.7,
            "no-glasses": 0.2,
            "mouth-closed": 0.3,
            "brows-visible": 0.2,
            "head-straight": 0.2,
        },
    ),
    "mouth": (1, 160, 128, True, 1, {"mouth-closed": 1.0, "even-lighting": 0.3}),
}

NOISE = np.random.default_rng(5).normal(0, 1, (512, 512, 3)).astype(np.float32)


def varied(picture, width, height, chance, mirror):
    """A crop shifted, rotated, scaled, and changed as if taken by another camera."""
    turn, scale = chance.uniform(-7, 7), width / (picture.shape[1] / MARGIN) * np.exp(chance.uniform(-0.16, 0.16))
    shift = chance.uniform(-0.06, 0.06, 2) * (width, height)
    out = placed(picture, width, height, scale, turn, shift)
    out = out[:, ::-1] if mirror else out
    out = out.astype(np.float32)
    if chance.random() < 0.35:
        out = cv2.GaussianBlur(out, (0, 0), chance.uniform(0.4, 1.6) * min(width, height) / 160)
    mean = out.mean()
    light, colour = np.exp(chance.uniform(-0.35, 0.35)), np.exp(chance.uniform(-0.12, 0.12, 3))
    out = ((out - mean) * np.exp(chance.uniform(-0.25, 0.25)) + mean) * light * colour.astype(np.float32)
    if chance.random() < 0.12:
        out[:] = out.mean(-1, keepdims=True)
    if chance.random() < 0.4:
        y, x = chance.integers(0, 512 - height), chance.integers(0, 512 - width)
        out = out + NOISE[y : y + height, x : x + width] * np.float32(chance.uniform(1, 7))
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


class Maps:
    """
    The output of the frozen blocks for every crop, per side: as it is (0), mirrored (1), and its variants; and, per rule, for
    variants with something drawn on them.
    """

    def __init__(self, name, trunk, cuts, labels, folds):
        _, self.width, self.height, self.mirrors, _, self.rules = CLOSEUPS[name]
        chance = np.random.default_rng(sum(map(ord, name)))
        self.sides, self.drawn = [], {}
        for side in cuts:
            kept = []
            for cut in side:
                plain = placed(cut, self.width, self.height, self.width / (cut.shape[1] / MARGIN), 0, (0, 0))
                batch = [plain, plain[:, ::-1]]
                batch += [self.variant(cut, chance, number) for number in range(VARIANTS)]
                kept.append(self.early(trunk, np.stack(batch)))
            self.sides.append(np.stack(kept))
        for rule, draw in DRAWN_ON[name].items():
            column = labels[:, list(self.rules).index(rule)]
            self.drawn[rule] = [self.drawings(trunk, side, draw, column, folds, chance) for side in cuts]

    def drawings(self, trunk, side, draw, labels, folds, chance):
        """The drawings of each picture; none where it does not meet the rule or cannot be drawn on."""
        out = []
        for number, cut in enumerate(side):
            others = np.where((labels < 0) & (folds == folds[number]))[0]
            drawn = [draw(cut, side[others], chance) for _ in range(DRAWINGS if labels[number] > 0 else 0)]
            batch = [self.variant(one, chance, at) for at, one in enumerate(drawn) if one is not None]
            out.append(self.early(trunk, np.stack(batch)) if batch else [])
        return out

    def variant(self, cut, chance, number):
        return varied(cut, self.width, self.height, chance, self.mirrors and number % 2 == 1)

    @staticmethod
    def early(trunk, pictures):
        rgb = torch.tensor(pictures[..., ::-1].copy()).permute(0, 3, 1, 2).float()
        with torch.no_grad():
            maps = trunk.early(rgb.contiguous(memory_format=torch.channels_last))
        return maps.permute(0, 2, 3, 1).numpy().astype(np.float16)

    def batch(self, which, variants):
        return [side[which, variants].astype(np.float32) for side in self.sides]

    def draw(self, batch, rule, which, chance):
        """Replaces pictures of a batch by drawings, on one side or both. which: picture number, -1 to leave one as it is."""
        for at in np.where(which >= 0)[0]:
            only = chance.integers(0, 3)
            for number, side in enumerate(batch):
                if len(batch) == 1 or only in (number, 2):
                    drawings = self.drawn[rule][number][which[at]]
                    side[at] = drawings[chance.integers(len(drawings))]


def answers(network, batch):
    """One answer per picture and rule; for two sides a soft minimum, as a rule is broken if either side breaks it."""
    values = network(torch.from_numpy(np.concatenate(batch)).permute(0, 3, 1, 2))
    values = values.view(len(batch), -1, values.shape[1])
    if len(batch) == 1:
        return values[0]
    return (np.log(len(batch)) - torch.logsumexp(-2 * values, 0)) / 2


def looked(network, maps, which):
    """Answers for unchanged crops."""
    with torch.no_grad():
        parts = [answers(network, maps.batch(part, 0)).numpy() for part in np.array_split(which, 8)]
    return np.concatenate(parts)


def mixed(batch, truth, count, chance):
    """Pictures blended in pairs, together with their labels (mixup)."""
    share = chance.beta(UNEVEN, UNEVEN)
    share = max(share, 1 - share)
    other = chance.permutation(len(truth))
    batch = [(share * side + (1 - share) * side[other]).astype(np.float32) for side in batch]
    both = share * count + (1 - share) * count[other]
    truth = share * truth * count + (1 - share) * truth[other] * count[other]
    return batch, truth / np.maximum(both, 1e-9), both


def train(name, trunk, maps, labels, folds, left_out):
    """Averages the weights of several runs from the same start."""
    runs = []
    for number, passes in enumerate(RUNS[name]):
        drawn = {rule for rule in maps.drawn if number > 0 or rule != SECOND_ONLY.get(name)}
        runs.append(run(trunk, maps, labels, folds, left_out, drawn, passes, 100 + left_out + 1000 * number))
    network, states = runs[0], [each.state_dict() for each in runs]
    network.load_state_dict({key: sum(state[key] for state in states) / len(states) for key in states[0]})
    return network


def run(trunk, maps, labels, folds, left_out, drawn, passes, seed):
    weights = np.array(list(maps.rules.values()))
    known = (folds != left_out) & (labels != 0).any(1)
    pictures = np.where(known)[0]
    chance = np.random.default_rng(seed)
    torch.manual_seed(seed)
    network = Closeup(trunk, labels.shape[1], 0.3, maps.width, maps.height).to(memory_format=torch.channels_last)
    network.measure(torch.from_numpy(np.concatenate(maps.batch(pictures[::4], 0))).permute(0, 3, 1, 2))
    rarer = np.minimum(8, (labels[pictures] > 0).sum(0) / np.maximum(1, (labels[pictures] < 0).sum(0)))
    heads = [*network.answer.parameters(), *network.places.parameters()]
    groups = [
        {"params": [*network.blocks.parameters(), *network.top.parameters()], "lr": 3e-4, "weight_decay": 0.02},
        {"params": heads, "lr": 1e-3, "weight_decay": 0.3},
    ]
    optimiser = torch.optim.AdamW(groups)
    rates = [group["lr"] for group in groups]
    steps = passes * -(-len(pictures) // BATCH)
    averaged = copy.deepcopy(network).eval()
    network.train()
    step = 0
    for _ in range(passes):
        order = chance.permutation(pictures)
        for start in range(0, len(order), BATCH):
            which = order[start : start + BATCH]
            variants = chance.integers(0, 2 + VARIANTS, len(which))
            variants[(variants == 1) & (not maps.mirrors)] = 0
            batch = maps.batch(which, variants)
            given = labels[which]
            count = np.where(given == 0, 0, np.where(given < 0, rarer, 1)) * weights
            free = np.ones(len(which), bool)
            for rule in sorted(drawn):
                at = list(maps.rules).index(rule)
                can = np.array([len(maps.drawn[rule][0][picture]) > 0 for picture in which])
                draw = (given[:, at] > 0) & can & free & (chance.random(len(which)) < DRAWN)
                maps.draw(batch, rule, np.where(draw, which, -1), chance)
                given[draw, at] = -1
                count[draw] *= DRAWN_COUNTS
                count[draw, at] = weights[at] * DRAWN_COUNTS
                free &= ~draw
            truth = np.where(given > 0, 1 - SMOOTHING, SMOOTHING)
            if chance.random() < MIXED:
                batch, truth, count = mixed(batch, truth, count, chance)
            loss = F.binary_cross_entropy_with_logits(
                answers(network, batch), torch.tensor(truth).float(), reduction="none"
            )
            loss = (loss * torch.tensor(count).float()).sum() / max(1, count.sum())
            warm = min(1, (step + 1) / 30) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * warm
            optimiser.zero_grad()
            loss.backward()
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
    sides, width, height, _, answered, rules = CLOSEUPS[name]
    size = (round(height * MARGIN), round(width * MARGIN))
    files = [arguments.cuts / f"{name}-{side}.bgr" for side in range(sides)]
    labels = np.array([[truth[file].get(rule, 0) for rule in rules] for file in names])
    cuts = [np.memmap(file, np.uint8, "r").reshape(len(names), *size, 3) for file in files]
    maps = Maps(name, trunk, cuts, labels, folds)
    scores = np.zeros(labels.shape)
    for fold in [*sorted(set(folds)), EVERYTHING]:
        network = train(name, trunk, maps, labels, folds, fold)
        target = arguments.out / f"{name}.tflite"
        if fold != EVERYTHING:
            tested = np.where(folds == fold)[0]
            scores[tested] = looked(network, maps, tested)
            target = arguments.folds / f"{name}-{fold}.tflite"
        target.write_bytes(network.file(trunk, height, width, answered))
    for number, rule in enumerate(list(rules)[:answered]):
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
    # 'bench train' and 'bench portraits' keep to this division, whatever the folder of pictures lists by then
    shutil.copyfile(arguments.cuts / "pictures.csv", arguments.folds / "pictures.csv")
    with open(arguments.cuts / "pictures.csv", newline="") as opened:
        pictures = list(csv.DictReader(opened))
    names = [row["file"] for row in pictures]
    folds = np.array([int(row["fold"]) for row in pictures])
    trunk = Trunk(arguments.trunk).eval().to(memory_format=torch.channels_last)
    for name in arguments.names or CLOSEUPS:
        one(name, arguments, trunk, names, folds, truths(arguments.labels))


if __name__ == "__main__":
    main()
