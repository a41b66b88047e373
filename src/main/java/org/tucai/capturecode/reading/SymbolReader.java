package org.tucai.capturecode.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.capturecode.reading.GridMap.Control;

/** Reads one symbol whose three finder patterns are known. */
final class SymbolReader {
    /** Below this agreement with the fixed modules there is no symbol of that version here. */
    private static final double MIN_AGREEMENT = 0.25;
    /** Above this it pays to work on a symbol that does not decode at once. */
    private static final double WORTH_AGREEMENT = 0.4;

    /** So good an agreement without a text may be a mirrored symbol. */
    private static final double MIRROR_AGREEMENT = 0.7;

    private static final double MIN_FINDER = 0.5;
    /** Above this the alignment patterns are sharp enough to follow every bend they show. */
    private static final double CLEAR_FINDER = 0.85;
    /** Control points that show a bend. */
    private static final int MIN_BENT = 5;

    /** Of the bends between patterns that are sharp, and of those that are not. */
    private static final double SMOOTHING = 1e-3;

    private static final double SMOOTHING_IF_UNCLEAR = 0.1;
    /** How often the lattice is followed from the patterns seen so far. */
    private static final int MAX_FOLLOWED = 3;

    private static final int MAX_ROUNDS = 8;
    private static final int MAX_CANCELLATIONS = 3;
    /** Weight, in modules, of the assumption that nothing is blurred. */
    private static final double TRUST = 3;
    /** The same for the first, narrow equaliser. */
    private static final double CAREFUL_TRUST = 20;

    private final Grey grey;
    private final Deadline deadline;

    SymbolReader(Grey grey, Deadline deadline) {
        this.grey = grey;
        this.deadline = deadline;
    }

    /** The text and where it stands, or null. */
    @Nullable
    FoundSymbol read(Triple triple) {
        GridFit fit = new GridFit(grey, triple);
        if (fit.finderScore() < MIN_FINDER) {
            return null;
        }
        int sign = triple.corner().dark() ? 1 : -1;
        for (int version : fit.versions()) {
            if (deadline.passed()) {
                return null;
            }
            FoundSymbol found = read(fit, SymbolLayout.of(version), sign);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable FoundSymbol read(GridFit fit, SymbolLayout layout, int sign) {
        List<Control> clear = fit.controls(layout, GridFit.CLEAR_ALIGNMENT);
        FoundSymbol found = read(clear, fit, layout, sign);
        if (found == null && !deadline.passed()) {
            List<Control> faint = fit.controls(layout, GridFit.FAINT_ALIGNMENT);
            found = faint.size() == clear.size() ? null : read(faint, fit, layout, sign);
        }
        return found == null && fit.finderScore() > CLEAR_FINDER ? followed(fit, layout, sign) : found;
    }

    /**
     * Paper that bends so much that the finder patterns do not say where the alignment patterns are: the lattice is followed to those, and
     * from them on.
     */
    private @Nullable FoundSymbol followed(GridFit fit, SymbolLayout layout, int sign) {
        List<Control> known = List.of();
        List<Control> seen = fit.finders(layout);
        GridMap map = GridMap.fit(seen, layout.size);
        for (int round = 0; round < MAX_FOLLOWED && seen.size() > known.size() && !deadline.passed(); round++) {
            known = seen;
            GridMap smooth = GridMap.fit(known, layout.size).bent(known, SMOOTHING);
            map = Lattice.follow(grey, smooth, known, layout.size);
            if (Sampler.agreement(soft(map, fit, layout, sign), layout) < WORTH_AGREEMENT) {
                return null;
            }
            seen = fit.seen(layout, map);
        }
        return read(map, known, fit, layout, sign);
    }

    private @Nullable FoundSymbol read(List<Control> controls, GridFit fit, SymbolLayout layout, int sign) {
        GridMap plane = GridMap.fit(controls, layout.size);
        FoundSymbol found = null;
        if (controls.size() >= MIN_BENT) {
            double smoothing = fit.finderScore() > CLEAR_FINDER ? SMOOTHING : SMOOTHING_IF_UNCLEAR;
            GridMap bent = GridMap.fit(controls, layout.size).bent(controls, smoothing);
            found = read(bent, controls, fit, layout, sign);
        }
        return found == null ? read(plane, controls, fit, layout, sign) : found;
    }

    private @Nullable FoundSymbol read(
            GridMap map, List<Control> controls, GridFit fit, SymbolLayout layout, int sign) {
        float[] soft = soft(map, fit, layout, sign);
        double agreement = Sampler.agreement(soft, layout);
        if (agreement < MIN_AGREEMENT || deadline.passed()) {
            return null;
        }
        String text = new SoftDecoder(layout, soft).decode();
        if (text == null && agreement > MIRROR_AGREEMENT) {
            text = new SoftDecoder(layout, transposed(soft, layout.size)).decode();
        }
        if (text == null && agreement > WORTH_AGREEMENT) {
            float[] followed = soft(Lattice.follow(grey, map, controls, layout.size), fit, layout, sign);
            if (Sampler.agreement(followed, layout) > agreement) {
                soft = followed;
                text = new SoftDecoder(layout, soft).decode();
            }
        }
        if (text == null && agreement > WORTH_AGREEMENT) {
            text = sharpened(layout, soft);
        }
        return text == null ? null : new FoundSymbol(text, layout.version.getVersionNumber(), map);
    }

    private float[] soft(GridMap map, GridFit fit, SymbolLayout layout, int sign) {
        return Sampler.soft(Sampler.brightness(grey, map, layout.size, fit.module()), layout.size, sign);
    }

    /** Undoes blur, first from the fixed modules alone, then from decisions that get better as blocks are corrected. */
    private @Nullable String sharpened(SymbolLayout layout, float[] soft) {
        float[] fixed = Equaliser.fixed(layout);
        SoftDecoder careful = new SoftDecoder(layout, Equaliser.apply(soft, fixed, layout.size, 1, CAREFUL_TRUST));
        String early = careful.decode();
        if (early != null) {
            return early;
        }
        float[] current = Equaliser.apply(soft, fixed, layout.size, 2, TRUST);
        byte[] sure = careful.sure;
        int corrected = 0;
        int idle = 0;
        for (int round = 0; round < MAX_ROUNDS && idle < 3 && !deadline.passed(); round++) {
            SoftDecoder decoder = new SoftDecoder(layout, current);
            String text = decoder.decode();
            if (text != null) {
                return text;
            }
            sure = merged(decoder.sure, sure);
            int now = known(sure);
            idle = now > corrected ? 0 : idle + 1;
            corrected = now;
            float[] target = Equaliser.decided(layout, current, sure);
            current = Equaliser.apply(soft, target, layout.size, 3, TRUST);
        }
        return cancelled(layout, soft, current, sure);
    }

    private @Nullable String cancelled(SymbolLayout layout, float[] soft, float[] from, byte[] corrected) {
        float[] current = from;
        byte[] sure = corrected;
        for (int round = 0; round < MAX_CANCELLATIONS && !deadline.passed(); round++) {
            float[] known = Equaliser.fixed(layout);
            for (int i = 0; i < known.length; i++) {
                known[i] = sure[i] == 0 ? known[i] : sure[i];
            }
            current = new InterferenceCanceller(soft, known, layout.size).refine(current);
            SoftDecoder decoder = new SoftDecoder(layout, current);
            String text = decoder.decode();
            if (text != null) {
                return text;
            }
            sure = merged(decoder.sure, sure);
        }
        return null;
    }

    private static int known(byte[] sure) {
        int count = 0;
        for (byte module : sure) {
            count += module == 0 ? 0 : 1;
        }
        return count;
    }

    private static byte[] merged(byte[] first, byte[] second) {
        byte[] both = first.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] = both[i] == 0 ? second[i] : both[i];
        }
        return both;
    }

    private static float[] transposed(float[] soft, int size) {
        float[] result = new float[soft.length];
        for (int i = 0; i < soft.length; i++) {
            result[i] = soft[i % size * size + i / size];
        }
        return result;
    }
}
