package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2RGBA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * One loaded TensorFlow Lite network, laid out for pictures of one size; used by one thread at a time. It computes on the thread
 * that asks.
 */
final class Network implements AutoCloseable {
    static {
        NativeLog.warningsOnly();
    }

    private final Interpreter interpreter;
    private final Mat input;
    /** The picture in the order of the network's channels; its memory serves one picture after the other. */
    private final Mat rgb = new Mat();

    private final FloatPointer[] outputs;
    /** What the interpreter stands on: closed after it. */
    private final List<Pointer> file;

    private Network(Interpreter interpreter, int width, int height, int[] outputs, List<Pointer> file) {
        int in = interpreter.inputs().get(0);
        int channels = interpreter.tensor(in).dims().data(3);
        done(interpreter.SetOutputs(outputs));
        done(interpreter.ResizeInputTensor(in, new int[] {1, height, width, channels}));
        done(interpreter.AllocateTensors());
        this.interpreter = interpreter;
        this.input = new Mat(height, width, CV_32FC(channels), interpreter.typed_tensor_float(in));
        this.outputs = new FloatPointer[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            long length = interpreter.tensor(outputs[i]).bytes() / Float.BYTES;
            this.outputs[i] = interpreter.typed_tensor_float(outputs[i]).capacity(length);
        }
        this.file = file;
    }

    /**
     * Loads a network.
     *
     * @param width of the pictures it is asked about, pixels
     * @param height of the pictures it is asked about, pixels
     * @param outputs names of the tensors to read, inner ones included: for each the last tensor whose name ends with it
     * @throws IllegalArgumentException if the file is no network or lacks one of them
     */
    static Network of(String file, int width, int height, String... outputs) {
        try {
            return of(Files.readAllBytes(Path.of(file)), width, height, outputs);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    /** Loads a network from the bytes of its file, which are copied. */
    static Network of(byte[] file, int width, int height, String... outputs) {
        BytePointer bytes = new BytePointer(file);
        FlatBufferModel model = FlatBufferModel.VerifyAndBuildFromBuffer(bytes, file.length);
        if (model == null) {
            bytes.close();
            throw new IllegalArgumentException("not a network");
        }
        int[] wanted;
        try (Interpreter whole = interpreter(model)) {
            wanted =
                    Arrays.stream(outputs).mapToInt(name -> tensor(whole, name)).toArray();
        }
        Operations.dropAfter(bytes.asByteBuffer(), wanted);
        return new Network(interpreter(model), width, height, wanted, List.of(model, bytes));
    }

    private static Interpreter interpreter(FlatBufferModel model) {
        Interpreter interpreter = new Interpreter((Pointer) null);
        try (BuiltinOpResolver operations = new BuiltinOpResolver();
                InterpreterBuilder builder = new InterpreterBuilder(model, operations)) {
            builder.SetNumThreads(1);
            done(builder.apply(interpreter));
        }
        return interpreter;
    }

    private static int tensor(Interpreter interpreter, String name) {
        for (int i = (int) interpreter.tensors_size() - 1; i >= 0; i--) {
            BytePointer found = interpreter.tensor(i).name();
            // operations that were fused name their result after all of them
            if (found != null && found.getString().split(";", 2)[0].endsWith(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no tensor " + name);
    }

    private static void done(int status) {
        if (status != tensorflowlite.kTfLiteOk) {
            throw new IllegalArgumentException("a network that cannot be run");
        }
    }

    /** The numbers of a constant tensor, the last one whose name ends with {@code name}. */
    float[] constant(String name) {
        TfLiteTensor tensor = interpreter.tensor(tensor(interpreter, name));
        ByteBuffer bytes =
                tensor.data().raw().capacity(tensor.bytes()).asByteBuffer().order(ByteOrder.nativeOrder());
        boolean halves = tensor.type() == tensorflowlite.kTfLiteFloat16;
        float[] numbers = new float[bytes.capacity() / (halves ? Short.BYTES : Float.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = halves ? Float.float16ToFloat(bytes.getShort()) : bytes.getFloat();
        }
        return numbers;
    }

    /**
     * Runs the network.
     *
     * @param picture blue, green, red of the network's size, with a fourth channel if it wants one
     * @param factor what each channel (0..255) is multiplied with
     * @return one array of numbers per output; of maps all channels of a point, then those of the next
     */
    float[][] run(Mat picture, double factor) {
        compute(picture, factor);
        float[][] values = new float[outputs.length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = output(i);
        }
        return values;
    }

    /** Runs the network as {@link #run} does; {@link #output} and {@link #view} give the results. */
    void compute(Mat picture, double factor) {
        cvtColor(picture, rgb, picture.channels() == 4 ? COLOR_BGRA2RGBA : COLOR_BGR2RGB);
        rgb.convertTo(input, input.type(), factor, 0);
        if (interpreter.Invoke() != tensorflowlite.kTfLiteOk) {
            throw new IllegalStateException("a network did not run");
        }
    }

    /** A copy of the last result. */
    float[] output(int index) {
        float[] values = new float[(int) outputs[index].capacity()];
        outputs[index].get(values);
        return values;
    }

    /** The last result itself, valid until the network runs again. */
    FloatBuffer view(int index) {
        return outputs[index].asBuffer();
    }

    @Override
    public void close() {
        rgb.close();
        input.close();
        interpreter.close();
        file.forEach(Pointer::close);
    }
}
