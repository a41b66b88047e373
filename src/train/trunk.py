"""The trunk of the glasses network (MobileNetV3, small minimal kind) in PyTorch, and a network that is trained from it."""

import copy

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import onnx
import tflite

# channels in, widened to, out, stride, whether the input is added
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
# blocks that stay as they are: what they answer is computed once
FROZEN = 3
# the block after which maps are still twice as fine as the last ones
MIDDLE = 8


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

    def write(self, graph, x):
        y = graph.node("Relu", [graph.convolution(x, self.widen)]) if self.widen is not None else x
        y = graph.convolution(graph.node("Relu", [graph.convolution(y, self.spread)]), self.narrow)
        return graph.node("Add", [x, y]) if self.adds else y


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
    """The later blocks, then the mean and the maximum of every map, then one linear answer per rule: above 0 is met."""

    def __init__(self, trunk, rules, dropout):
        super().__init__()
        self.blocks = copy.deepcopy(trunk.blocks[FROZEN:])
        self.top = copy.deepcopy(trunk.top)
        length = 2 * 576 + 2 * 48
        self.register_buffer("mean", torch.zeros(length))
        self.register_buffer("deviation", torch.ones(length))
        self.drop = nn.Dropout(dropout)
        self.answer = nn.Linear(length, rules)
        nn.init.zeros_(self.answer.weight)
        nn.init.zeros_(self.answer.bias)

    def pooled(self, x):
        middle = x
        for number, block in enumerate(self.blocks, FROZEN + 1):
            x = block(x)
            middle = x if number == MIDDLE else middle
        x = F.relu(self.top(x))
        parts = [x.mean((2, 3)), x.amax((2, 3)), middle.mean((2, 3)), middle.amax((2, 3))]
        return torch.cat(parts, 1)

    def measure(self, x):
        """Makes the pooled numbers comparable: their mean and deviation before training, which know no label."""
        with torch.no_grad():
            numbers = torch.cat([self.pooled(part) for part in x.split(64)])
        deviation = numbers.std(0)
        self.mean.copy_(numbers.mean(0))
        self.deviation.copy_(deviation + 0.1 * deviation.mean())

    def forward(self, x):
        return self.answer(self.drop((self.pooled(x) - self.mean) / self.deviation))

    def onnx(self, trunk, height, width):
        graph = onnx.Graph(3, height, width)
        x = graph.node("Relu", [graph.convolution("picture", trunk.stem)])
        middle = x
        for number, block in enumerate([*trunk.blocks[:FROZEN], *self.blocks], 1):
            x = block.write(graph, x)
            middle = x if number == MIDDLE else middle
        x = graph.node("Relu", [graph.convolution(x, self.top)])
        parts = [graph.node(kind, [m]) for m in (x, middle) for kind in ("GlobalAveragePool", "GlobalMaxPool")]
        row = graph.node("Flatten", [graph.node("Concat", parts, axis=1)], axis=1)
        weights = (self.answer.weight / self.deviation).detach()
        biases = (self.answer.bias - weights @ self.mean).detach()
        inputs = [row, graph.weight(weights.numpy(), half=False), graph.weight(biases.numpy(), half=False)]
        return graph.file(graph.node("Gemm", inputs, transB=1), len(biases))
