"""Reads the weights of a TFLite file: just enough of the format for networks of plain convolutions."""

import struct

import numpy as np

CONVOLUTION, DEPTHWISE, DEQUANTIZE = 3, 4, 6
TYPES = {0: np.float32, 1: np.float16, 2: np.int32, 4: np.int64}


class Table:
    """A table of a FlatBuffers file; fields are counted from 0 in the order of the schema."""

    def __init__(self, file, place):
        self.file = file
        self.place = place
        self.fields = place - struct.unpack_from("<i", file, place)[0]
        self.size = struct.unpack_from("<H", file, self.fields)[0]

    def offset(self, field):
        at = 4 + 2 * field
        return struct.unpack_from("<H", self.file, self.fields + at)[0] if at < self.size else 0

    def number(self, field, form="<i"):
        offset = self.offset(field)
        return struct.unpack_from(form, self.file, self.place + offset)[0] if offset else 0

    def vector(self, field):
        offset = self.offset(field)
        if not offset:
            return 0, 0
        at = self.place + offset
        at += struct.unpack_from("<I", self.file, at)[0]
        return at + 4, struct.unpack_from("<I", self.file, at)[0]

    def numbers(self, field):
        at, count = self.vector(field)
        return list(struct.unpack_from(f"<{count}i", self.file, at))

    def tables(self, field):
        at, count = self.vector(field)
        places = range(at, at + 4 * count, 4)
        return [Table(self.file, p + struct.unpack_from("<I", self.file, p)[0]) for p in places]

    def bytes(self, field):
        at, count = self.vector(field)
        return self.file[at : at + count]


def convolutions(path):
    """(whether depthwise, weights, biases) of every convolution, in the order in which they run."""
    with open(path, "rb") as opened:
        file = opened.read()
    model = Table(file, struct.unpack_from("<I", file, 0)[0])
    codes = [max(code.number(0, "<b"), code.number(3)) for code in model.tables(1)]
    graph = model.tables(2)[0]
    buffers = model.tables(4)
    values = {}
    for number, tensor in enumerate(graph.tables(0)):
        data = buffers[tensor.number(2, "<I")].bytes(0)
        if data:
            values[number] = np.frombuffer(data, TYPES[tensor.number(1, "<b")]).reshape(tensor.numbers(0))
    found = []
    for operator in graph.tables(3):
        code = codes[operator.number(0, "<I")]
        inputs = operator.numbers(1)
        if code == DEQUANTIZE and inputs[0] in values:
            values[operator.numbers(2)[0]] = values[inputs[0]].astype(np.float32)
        elif code in (CONVOLUTION, DEPTHWISE):
            found.append((code == DEPTHWISE, values[inputs[1]], values[inputs[2]]))
    return found
