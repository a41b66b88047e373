"""Writes ONNX files: the few parts of the format that the closeup networks need."""

import struct

import numpy as np

FLOAT, FLOAT16 = 1, 10


def varint(value):
    out = b""
    value &= (1 << 64) - 1
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, str):
        value = value.encode()
    return varint(number << 3 | 2) + varint(len(value)) + value


class Graph:
    """A chain of nodes; every method answers the name of what its node makes."""

    def __init__(self, channels, height, width):
        self.nodes = []
        self.weights = []
        self.made = 0
        self.shape = (1, channels, height, width)

    def node(self, kind, inputs, **attributes):
        self.made += 1
        name = f"n{self.made}"
        body = b"".join(field(1, i) for i in inputs) + field(2, name) + field(3, name) + field(4, kind)
        for key, value in attributes.items():
            if isinstance(value, int):
                body += field(5, field(1, key) + field(3, value) + field(20, 2))
            else:
                body += field(5, field(1, key) + b"".join(field(8, v) for v in value) + field(20, 7))
        self.nodes.append(field(1, body))
        return name

    def weight(self, values, half=True):
        name = f"w{len(self.weights)}"
        kind, form = (FLOAT16, "<f2") if half else (FLOAT, "<f4")
        values = np.asarray(values)
        body = b"".join(field(1, size) for size in values.shape) + field(2, kind) + field(8, name)
        self.weights.append(field(5, body + field(9, values.astype(form).tobytes())))
        return name

    def convolution(self, x, layer):
        """A convolution with the zeros at its right and lower edge that TensorFlow puts there."""
        kernel = layer.kernel_size[0]
        if layer.stride[0] == 2:
            x = self.node("Pad", [x], pads=[0, 0, 0, 0, 0, 0, 1, 1])
        edge = layer.padding[0]
        weights = [self.weight(layer.weight.detach().numpy()), self.weight(layer.bias.detach().numpy(), half=False)]
        return self.node(
            "Conv",
            [x, *weights],
            kernel_shape=[kernel, kernel],
            strides=list(layer.stride),
            pads=[edge] * 4,
            group=layer.groups,
        )

    def file(self, output, answers):
        def value(name, shape):
            sizes = b"".join(field(1, field(1, size)) for size in shape)
            return field(1, name) + field(2, field(1, field(1, FLOAT) + field(2, sizes)))

        graph = b"".join(self.nodes) + field(2, "closeup") + b"".join(self.weights)
        graph += field(11, value("picture", self.shape)) + field(12, value(output, (1, answers)))
        return field(1, 5) + field(7, graph) + field(8, field(1, "") + field(2, 10))
