package org.tucai.portrait.face;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/** Closes every matrix and number that work on native memory makes, however the work ends. */
final class NativeScope {
    private NativeScope() {}

    @SuppressWarnings("try")
    static <T extends @Nullable Object> T run(Supplier<T> work) {
        try (PointerScope scope = new PointerScope()) {
            return work.get();
        }
    }
}
