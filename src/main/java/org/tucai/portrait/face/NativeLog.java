package org.tucai.portrait.face;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * TensorFlow Lite writes to standard error which delegate it created, once per process. Its Java binding lacks the function that sets
 * the log level, so that is called by its native name where the library exports it (everywhere but on Windows).
 */
final class NativeLog {
    private static final String SET_MINIMUM_SEVERITY =
            "_ZN6tflite13LoggerOptions21SetMinimumLogSeverityENS_11LogSeverityE";

    private static final int WARNING = 2;

    private NativeLog() {}

    static void warningsOnly() {
        Loader.load(tensorflowlite.class);
        SymbolLookup.loaderLookup().find(SET_MINIMUM_SEVERITY).ifPresent(NativeLog::call);
    }

    @SuppressWarnings("restricted")
    private static void call(MemorySegment function) {
        try {
            Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                    .invokeExact(WARNING);
        } catch (Throwable e) {
            throw new IllegalStateException("the log of TensorFlow Lite cannot be set", e);
        }
    }
}
