package org.tucai.portrait.face;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What perception found out about a picture: a set of fact records, at most one of each type, each of them optional. A
 * rule that misses its fact answers "not assessed".
 */
public final class Facts {
    private final Map<Class<?>, Record> parts;

    private Facts(Map<Class<?>, Record> parts) {
        this.parts = parts;
    }

    /** Facts made of these parts; null parts are left out, a later part of the same type replaces an earlier one. */
    public static Facts of(@Nullable Record... parts) {
        return new Facts(new LinkedHashMap<>()).with(parts);
    }

    /** The same facts and these. */
    public Facts with(@Nullable Record... more) {
        Map<Class<?>, Record> all = new LinkedHashMap<>(parts);
        for (Record part : more) {
            if (part != null) {
                all.put(part.getClass(), part);
            }
        }
        return new Facts(all);
    }

    /** The fact of a type, or null when it could not be found out. */
    public <T extends Record> @Nullable T find(Class<T> type) {
        Record part = parts.get(type);
        return part == null ? null : type.cast(part);
    }
}
