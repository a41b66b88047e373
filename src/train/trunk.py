"""The trunk of the glasses network (MobileNetV3 small, minimalistic) in PyTorch, and a network that is trained from it."""

import copy

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import tflite
import tflite_file

# channels in, widened to (0 = not widened), out, stride, whether the input is added
BLOCKS = [
    (16, 0, 16, 2, False),
    (16, 72, 24, 2, False),
    (24, 88, 24, 1, True),
    (24, 96, 40, 2, False),
    (40, 240, 40, 1, True),
    (40, 240, 40, 1, True),
    (40, 120, 48, 1, False),
    (48, 144, 48, 1, True),
    (48, 288, 96, 2, False),
    (96, 576, 96, 1, True),
    (96, 576, 96, 1, True),
]
# number of first blocks that stay frozen: their output is computed once
FROZEN = 3
# number of blocks before the middle maps, which have twice the resolution of the last ones
MIDDLE = 8
# means and maxima of the last and the middle maps
POOLED = 2 * 576 + 2 * 48


class Block(nn.Module):
    def __init__(self, channels, wide, out, stride, adds):
        super().__init__()
        inner = wide or channels
        self.stride = stride
        self.adds = adds
        self.widen = nn.Conv2d(channels, inner, 1) if wide else None
        self.spread = nn.Conv2d(inner, inner, 3, stride=stride, padding=2 - stride, groups=inner)
        self.narrow = nn.Conv2d(inner, out, 1)

    def layers(self):
        return ([self.widen] if self.widen is not None else []) + [self.spread, self.narrow]

    def forward(self, x):
        y = F.relu(self.widen(x)) if self.widen is not None else x
        y = F.pad(y, (0, 1, 0, 1)) if self.stride == 2 else y
        y = self.narrow(F.relu(self.spread(y)))
        return x + y if self.adds else y


class Trunk(nn.Module):
    def __init__(self, path):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, stride=2)
        self.blocks = nn.ModuleList([Block(*block) for block in BLOCKS])
        self.top = nn.Conv2d(96, 576, 1)
        layers = [self.stem, *(layer for block in self.blocks for layer in block.layers()), self.top]
        for layer, (depthwise, weights, biases) in zip(layers, tflite.convolutions(path)):
            values = torch.tensor(np.array(weights, np.float32))
            layer.weight.data = values.permute((3, 0, 1, 2) if depthwise else (0, 3, 1, 2)).contiguous()
            layer.bias.data = torch.tensor(np.array(biases, np.float32))

    def early(self, x):
        x = F.relu(self.stem(F.pad(x, (0, 1, 0, 1))))
        for block in self.blocks[:FROZEN]:
            x = block(x)
        return x


class Closeup(nn.Module):
    """
    The later blocks, then the sum of two answers per rule: above 0 the rule is met.

    One is linear in the mean and the maximum of every map and in the means of the last maps over cells of 3 x 3 positions, two
    positions apart. The other judges every position of the last and middle maps by itself and combines them by log-sum-exp: one
    position that shows the rule broken is enough.
    """

    def __init__(self, trunk, rules, dropout, width, height):
        super().__init__()
        self.blocks = copy.deepcopy(trunk.blocks[FROZEN:])
        self.top = copy.deepcopy(trunk.top)
        self.cells = [(side // 32 - 3) // 2 + 1 for side in (height, width)]
        length = POOLED + 576 * self.cells[0] * self.cells[1]
        self.register_buffer("mean", torch.zeros(length))
        self.register_buffer("deviation", torch.ones(length))
        self.drop = nn.Dropout(dropout)
        self.answer = nn.Linear(length, rules)
        self.places = nn.ModuleList([Places(48, rules, 0), Places(576, rules, 0.2)])
        nn.init.zeros_(self.answer.weight)
        nn.init.zeros_(self.answer.bias)

    def maps(self, x):
        """The middle maps and the last maps."""
        middle = x
        for number, block in enumerate(self.blocks, FROZEN + 1):
            x = block(x)
            middle = x if number == MIDDLE else middle
        return middle, F.relu(self.top(x))

    @staticmethod
    def pooled(middle, last):
        pooled = [m for x in (last, middle) for m in (x.mean((2, 3)), x.amax((2, 3)))]
        return torch.cat([*pooled, F.avg_pool2d(last, 3, 2).flatten(1)], 1)

    def measure(self, x):
        """Measures the means and deviations, before training and without labels, by which the numbers are standardised."""
        with torch.no_grad():
            maps = [self.maps(part) for part in x.split(32)]
            numbers = torch.cat([self.pooled(*pair) for pair in maps])
            for number, places in enumerate(self.places):
                places.measure(torch.cat([pair[number].permute(1, 0, 2, 3).flatten(1) for pair in maps], 1))
        deviation = numbers.std(0)
        self.mean.copy_(numbers.mean(0))
        self.deviation.copy_(deviation + 0.1 * deviation.mean())
        # so that all cells of a map together count about as much as its mean
        self.deviation[POOLED:] *= (self.cells[0] * self.cells[1]) ** 0.5

    def forward(self, x):
        maps = self.maps(x)
        answer = self.answer(self.drop((self.pooled(*maps) - self.mean) / self.deviation))
        for places, x in zip(self.places, maps):
            answer = answer - places(x)
        return answer

    def file(self, trunk, height, width, answered):
        """
        The network as a TensorFlow Lite file for the first rules: "answers" is 1 x rules, "middle" and "last" have one map per
        rule. They are combined where the file is used.
        """
        layers = self.layers(trunk)
        for name in ("answer", "middle", "last"):
            for part in ("weight", "bias"):
                layers[f"{name}.{part}"] = layers[f"{name}.{part}"][:answered]
        graph = tflite_file.Graph(height, width, 3)

        def convolution(x, name, stride=1, relu=False, depthwise=False):
            return graph.convolution(x, layers[f"{name}.weight"], layers[f"{name}.bias"], stride, relu, depthwise)

        x = convolution(graph.picture, "stem", 2, relu=True)
        for number, (_, wide, _, stride, adds) in enumerate(BLOCKS):
            y = convolution(x, f"block{number}.widen", relu=True) if wide else x
            y = convolution(y, f"block{number}.spread", stride, relu=True, depthwise=True)
            y = convolution(y, f"block{number}.narrow")
            x = graph.add(x, y) if adds else y
            if number + 1 == MIDDLE:
                middle = x
        last = convolution(x, "top", relu=True)
        pooled = [graph.over_all(name, m) for m in (last, middle) for name in ("mean", "maximum")]
        row = graph.named(graph.concatenation([*pooled, graph.over_squares(last, 3, 2)]), "pooled")
        return graph.file(
            answers=graph.dense(row, layers["answer.weight"], layers["answer.bias"]),
            middle=convolution(middle, "middle"),
            last=convolution(last, "last"),
        )

    def layers(self, trunk):
        """
        All layers by name, as NumPy arrays in PyTorch's layouts (convolutions: out, in, height, width). Means and deviations are
        folded into the layers that follow them. The inputs of "answer" are the means and maxima of the last maps, the means and
        maxima of the middle maps, and the cells with the maps innermost (row, column, map).
        """
        out = {"stem": trunk.stem, "top": self.top}
        for number, block in enumerate([*trunk.blocks[:FROZEN], *self.blocks]):
            for name in ("widen", "spread", "narrow"):
                if getattr(block, name) is not None:
                    out[f"block{number}.{name}"] = getattr(block, name)
        arrays = {}
        for name, layer in out.items():
            arrays[f"{name}.weight"], arrays[f"{name}.bias"] = layer.weight, layer.bias
        weight = self.answer.weight / self.deviation
        arrays["answer.bias"] = self.answer.bias - weight @ self.mean
        cells = weight[:, POOLED:].unflatten(1, (576, *self.cells)).permute(0, 2, 3, 1).flatten(1)
        arrays["answer.weight"] = torch.cat([weight[:, :POOLED], cells], 1)
        for name, places in zip(("middle", "last"), self.places):
            weight = places.judge.weight / places.deviation
            arrays[f"{name}.weight"] = weight
            arrays[f"{name}.bias"] = places.judge.bias - (weight * places.mean).sum((1, 2, 3))
        return {name: array.detach().numpy() for name, array in arrays.items()}


class Places(nn.Module):
    """How certainly a rule is broken at the worst position, as a soft maximum: the log of the mean of the exponentials."""

    def __init__(self, channels, rules, dropout):
        super().__init__()
        self.register_buffer("mean", torch.zeros(1, channels, 1, 1))
        self.register_buffer("deviation", torch.ones(1, channels, 1, 1))
        self.judge = nn.Conv2d(channels, rules, 1)
        self.dropout = dropout
        nn.init.zeros_(self.judge.weight)
        nn.init.zeros_(self.judge.bias)

    def measure(self, numbers):
        deviation = numbers.std(1)
        self.mean.copy_(numbers.mean(1)[None, :, None, None])
        self.deviation.copy_((deviation + 0.1 * deviation.mean())[None, :, None, None])

    def forward(self, x):
        x = (x - self.mean) / self.deviation
        x = F.dropout2d(x, self.dropout, self.training) if self.dropout else x
        judged = self.judge(x).flatten(2)
        return torch.logsumexp(judged, 2) - np.log(judged.shape[2])
