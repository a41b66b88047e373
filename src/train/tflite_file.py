"""Writes TensorFlow Lite files: just enough of the format for small networks over pictures. Most weights are stored at 16 bits."""

import flatbuffers
import numpy as np

SAME, VALID = 0, 1
FLOAT, HALF, INTEGER = 0, 1, 2
NO_ACTIVATION, RELU = 0, 1
# operations: code, version, type number of their options, types of the options' fields
OPERATIONS = {
    "add": (0, 1, 11, ("Int8",)),
    "average": (1, 1, 5, ("Int8", "Int32", "Int32", "Int32", "Int32", "Int8")),
    "concatenation": (2, 1, 10, ("Int32", "Int8")),
    "convolution": (3, 1, 1, ("Int8", "Int32", "Int32", "Int8", "Int32", "Int32")),
    "depthwise": (4, 1, 2, ("Int8", "Int32", "Int32", "Int32", "Int8", "Int32", "Int32")),
    "dequantize": (6, 3, 46, ()),
    "dense": (9, 1, 8, ("Int8",)),
    "reshape": (22, 1, 17, ()),
    "mean": (40, 1, 27, ("Bool",)),
    "maximum": (82, 1, 27, ("Bool",)),
}
CODES = list(OPERATIONS)


class Graph:
    """A network that is built operation by operation; each returns the number of the tensor that it outputs."""

    def __init__(self, height, width, channels):
        self.tensors = []
        self.buffers = [b""]
        self.operators = []
        self.picture = self.tensor([1, height, width, channels], "picture")

    def tensor(self, shape, name, kind=FLOAT, values=None):
        if values is not None:
            self.buffers.append(values.tobytes())
        self.tensors.append((list(shape), kind, len(self.buffers) - 1 if values is not None else 0, name))
        return len(self.tensors) - 1

    def shape(self, tensor):
        return self.tensors[tensor][0]

    def named(self, number, name):
        self.tensors[number] = (*self.tensors[number][:3], name)
        return number

    def weights(self, values, halve=True):
        name = f"weights {len(self.tensors)}"
        if not halve:
            return self.tensor(values.shape, name, FLOAT, np.ascontiguousarray(values, np.float32))
        half = self.tensor(values.shape, name, HALF, np.ascontiguousarray(values, np.float16))
        return self.operation("dequantize", [half], values.shape)

    def operation(self, name, inputs, shape, *options):
        out = self.tensor(shape, f"{name} {len(self.tensors)}")
        self.operators.append((name, inputs, out, options))
        return out

    def convolution(self, x, weights, biases, stride=1, relu=False, depthwise=False):
        """Weights are out x in x height x width, as in PyTorch; the input is padded with zeros."""
        activation = RELU if relu else NO_ACTIVATION
        _, height, width, _ = self.shape(x)
        shape = [1, -(-height // stride), -(-width // stride), len(biases)]
        order = (1, 2, 3, 0) if depthwise else (0, 2, 3, 1)
        inputs = [x, self.weights(weights.transpose(order)), self.weights(biases)]
        if depthwise:
            return self.operation("depthwise", inputs, shape, SAME, stride, stride, 1, activation, 1, 1)
        return self.operation("convolution", inputs, shape, SAME, stride, stride, activation, 1, 1)

    def add(self, x, y):
        return self.operation("add", [x, y], self.shape(x), NO_ACTIVATION)

    def over_all(self, name, x):
        """The mean or the maximum of every map: 1 x channels."""
        axes = self.tensor([2], f"axes {len(self.tensors)}", INTEGER, np.array([1, 2], np.int32))
        return self.operation(name, [x, axes], [1, self.shape(x)[3]], False)

    def over_squares(self, x, side, stride):
        """The means of every map over squares inside it, flattened: 1 x (rows, columns, channels)."""
        _, height, width, channels = self.shape(x)
        shape = [1, (height - side) // stride + 1, (width - side) // stride + 1, channels]
        squares = self.operation("average", [x], shape, VALID, stride, stride, side, side, NO_ACTIVATION)
        flat = [1, shape[1] * shape[2] * channels]
        wanted = self.tensor([2], f"shape {len(self.tensors)}", INTEGER, np.array(flat, np.int32))
        return self.operation("reshape", [squares, wanted], flat)

    def concatenation(self, parts):
        return self.operation("concatenation", parts, [1, sum(self.shape(p)[1] for p in parts)], 1, NO_ACTIVATION)

    def dense(self, x, weights, biases):
        """Weights are out x in, and stored at 32 bits, because they are few."""
        inputs = [x, self.weights(weights, halve=False), self.weights(biases, halve=False)]
        return self.operation("dense", inputs, [1, len(biases)], NO_ACTIVATION)

    def file(self, **outputs):
        """The bytes of the file, with named outputs in the given order."""
        for name, number in outputs.items():
            self.named(number, name)
        builder = flatbuffers.Builder(1 << 20)
        buffers = [buffer(builder, values) for values in self.buffers]
        tensors = [self.tensor_table(builder, tensor) for tensor in self.tensors]
        operators = [self.operator_table(builder, operator) for operator in self.operators]
        codes = [code(builder, name) for name in CODES]
        lists = [
            offsets(builder, tensors),
            integers(builder, [self.picture]),
            integers(builder, list(outputs.values())),
            offsets(builder, operators),
        ]
        graph = table(builder, [("UOffsetTRelative", value) for value in lists])
        description = builder.CreateString("Tucai")
        model = table(
            builder,
            [
                ("Uint32", 3),
                ("UOffsetTRelative", offsets(builder, codes)),
                ("UOffsetTRelative", offsets(builder, [graph])),
                ("UOffsetTRelative", description),
                ("UOffsetTRelative", offsets(builder, buffers)),
            ],
        )
        builder.Finish(model, b"TFL3")
        return bytes(builder.Output())

    def tensor_table(self, builder, tensor):
        shape, kind, number, name = tensor
        fields = [("UOffsetTRelative", integers(builder, shape)), ("Int8", kind), ("Uint32", number)]
        return table(builder, [*fields, ("UOffsetTRelative", builder.CreateString(name))])

    def operator_table(self, builder, operator):
        name, inputs, out, options = operator
        fields = [
            ("Uint32", CODES.index(name)),
            ("UOffsetTRelative", integers(builder, inputs)),
            ("UOffsetTRelative", integers(builder, [out])),
            ("Uint8", OPERATIONS[name][2]),
            ("UOffsetTRelative", table(builder, list(zip(OPERATIONS[name][3], options)))),
        ]
        return table(builder, fields)


def table(builder, fields):
    """Writes a table; fields in the order of the schema. Nested tables and lists must have been written before."""
    builder.StartObject(len(fields))
    for number, (kind, value) in enumerate(fields):
        getattr(builder, f"Prepend{kind}Slot")(number, value, 0)
    return builder.EndObject()


def offsets(builder, places):
    builder.StartVector(4, len(places), 4)
    for place in reversed(places):
        builder.PrependUOffsetTRelative(place)
    return builder.EndVector()


def integers(builder, values):
    builder.StartVector(4, len(values), 4)
    for value in reversed(values):
        builder.PrependInt32(value)
    return builder.EndVector()


def buffer(builder, values):
    if not values:
        return table(builder, [])
    builder.StartVector(1, len(values), 16)
    builder.head = builder.Head() - len(values)
    builder.Bytes[builder.Head() : builder.Head() + len(values)] = values
    return table(builder, [("UOffsetTRelative", builder.EndVector())])


def code(builder, name):
    number, version, _, _ = OPERATIONS[name]
    return table(builder, [("Int8", number), ("UOffsetTRelative", 0), ("Int32", version), ("Int32", number)])
