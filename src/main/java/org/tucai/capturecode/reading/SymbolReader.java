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
        List<Control> controls = fit.controls(layout);
        GridMap map = GridMap.fit(controls, layout.size);
        if (controls.size() >= 5) {
            map = map.bent(controls, 1e-3);
        }
        float[] soft = Sampler.soft(Sampler.brightness(grey, map, layout.size, fit.module()), layout.size, sign);
        double agreement = Sampler.agreement(soft, layout);
        if (agreement < MIN_AGREEMENT) {
            return null;
        }
        String text = decode(layout, soft, agreement);
        if (text == null && agreement > MIRROR_AGREEMENT) {
            text = new SoftDecoder(layout, transposed(soft, layout.size)).decode();
        }
        return text == null ? null : new FoundSymbol(text, layout.version.getVersionNumber(), map);
    }

    private @Nullable String decode(SymbolLayout layout, float[] soft, double agreement) {
        SoftDecoder plain = new SoftDecoder(layout, soft);
        String text = plain.decode();
        if (text != null || agreement < WORTH_AGREEMENT) {
            return text;
        }
        float[] equalised = Equaliser.apply(soft, Equaliser.fixed(layout), layout.size, 1, 20);
        byte[] sure = plain.sure;
        for (int round = 0; round < 4; round++) {
            SoftDecoder decoder = new SoftDecoder(layout, equalised);
            text = decoder.decode();
            if (text != null || deadline.passed()) {
                return text;
            }
            sure = merged(sure, decoder.sure);
            equalised = Equaliser.apply(soft, Equaliser.decided(layout, equalised, sure), layout.size, 2, 20);
        }
        return null;
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
