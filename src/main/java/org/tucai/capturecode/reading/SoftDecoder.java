package org.tucai.capturecode.reading;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From soft module values to the text. Format information is the best match of all 32, codewords carry a reliability, each block is corrected
 * with ever more erasures of its least reliable codewords, and ZXing reads the text out of the corrected symbol.
 */
final class SoftDecoder {
    /** Parity symbols that erasures must leave: five errors found beside them make a wrong correction rarer than one in 10^5. */
    private static final int PARITY_KEPT = 10;
    /**
     * The same where the text consists of nothing but characters of capture codes: a wrong correction changes a dozen characters, and each
     * is one of those 65 by chance one time in four.
     */
    private static final int PARITY_KEPT_BY_ALPHABET = 4;
    /** Symbols with less parity hold too few characters for that. */
    private static final int LEAST_PARITY_BY_ALPHABET = 16;

    /** Share of the weight of all modules that may stand against the corrected symbol. */
    private static final double MAX_CONTRADICTION = 0.2;

    private final SymbolLayout layout;
    private final float[] soft;
    /** Per module after {@link #decode}: 1 dark, -1 light where the error correction is sure, 0 elsewhere. */
    final byte[] sure;

    /** Blocks that came out with more erasures than {@link #PARITY_KEPT} leaves. */
    private List<int[]> dared = List.of();

    /** @param soft per module: positive is dark, its size the certainty, about 1 for a clear module */
    SoftDecoder(SymbolLayout layout, float[] soft) {
        this.layout = layout;
        this.soft = soft;
        this.sure = new byte[soft.length];
    }

    /** The text, or null. */
    @Nullable
    String decode() {
        double[] scores = new double[32];
        int best = bestFormat(scores, -1);
        String text = decode(best);
        if (text == null) {
            int second = bestFormat(scores, best);
            if (scores[second] > 0.6 * scores[best]) {
                byte[] kept = sure.clone();
                text = decode(second);
                if (text == null) {
                    System.arraycopy(kept, 0, sure, 0, sure.length);
                }
            }
        }
        return text;
    }

    private int bestFormat(double[] scores, int except) {
        int size = layout.size;
        int best = -1;
        for (int format = 0; format < 32; format++) {
            int bits = FormatInformation.bits(format);
            double score = 0;
            for (int i = 0; i < 15; i++) {
                int sign = (bits >> i & 1) == 1 ? 1 : -1;
                int first = i < 6 ? i * size + 8 : i < 8 ? (i + 1) * size + 8 : 8 * size + (i == 8 ? 7 : 14 - i);
                int second = i < 8 ? 8 * size + size - 1 - i : (size - 15 + i) * size + 8;
                score += sign * (Math.clamp(soft[first], -1.5f, 1.5f) + Math.clamp(soft[second], -1.5f, 1.5f));
            }
            scores[format] = score;
            if (format != except && (best < 0 || score > scores[best])) {
                best = format;
            }
        }
        return best;
    }

    private @Nullable String decode(int format) {
        ErrorCorrectionLevel level = ErrorCorrectionLevel.forBits(format >> 3);
        int mask = format & 7;
        int total = layout.version.getTotalCodewords();
        int[] words = new int[total];
        float[] weakness = new float[total];
        for (int i = 0; i < total * 8; i++) {
            int module = layout.order[i];
            boolean dark = soft[module] > 0;
            if (dark != SymbolLayout.masked(mask, module / layout.size, module % layout.size)) {
                words[i >> 3] |= 0x80 >> (i & 7);
            }
            weakness[i >> 3] += (float) Math.exp(-4 * Math.abs(soft[module]));
        }
        dared = List.of();
        String text = correct(level, mask, words, weakness) ? text(format) : null;
        if (text == null) {
            dared.forEach(this::unmark); // what they say may be wrong, and whoever builds on it would find it confirmed
        }
        return text;
    }

    /** Corrects {@code words} in place, block by block, and marks the modules of the blocks that came out. */
    private boolean correct(ErrorCorrectionLevel level, int mask, int[] words, float[] weakness) {
        Version.ECBlocks blocks = layout.version.getECBlocksForLevel(level);
        int parity = blocks.getECCodewordsPerBlock();
        int count = blocks.getNumBlocks();
        int shortData = layout.version.getTotalCodewords() / count - parity;
        int longBlocks = layout.version.getTotalCodewords() % count;
        List<int[]> left = new ArrayList<>();
        for (int block = 0; block < count; block++) {
            boolean isLong = block >= count - longBlocks;
            int data = shortData + (isLong ? 1 : 0);
            int[] places = new int[data + parity];
            for (int i = 0; i < data; i++) {
                places[i] = i < shortData ? i * count + block : shortData * count + block - (count - longBlocks);
            }
            for (int i = 0; i < parity; i++) {
                places[data + i] = shortData * count + longBlocks + i * count + block;
            }
            if (correctBlock(words, weakness, places, parity, 0, parity - PARITY_KEPT)) {
                markSure(words, places, mask);
            } else {
                left.add(places);
            }
        }
        return dare(words, weakness, left, parity, mask);
    }

    /** More erasures for the blocks that are left; what comes out counts only when all do. */
    private boolean dare(int[] words, float[] weakness, List<int[]> left, int parity, int mask) {
        if (left.isEmpty() || parity < LEAST_PARITY_BY_ALPHABET) {
            return left.isEmpty();
        }
        int first = parity - PARITY_KEPT + 2;
        for (int[] places : left) {
            if (!correctBlock(words, weakness, places, parity, first, parity - PARITY_KEPT_BY_ALPHABET)) {
                return false;
            }
        }
        left.forEach(places -> markSure(words, places, mask));
        dared = left;
        return true;
    }

    private static boolean correctBlock(
            int[] words, float[] weakness, int[] places, int parity, int fewest, int limit) {
        int[] block = Arrays.stream(places).map(place -> words[place]).toArray();
        Integer[] weakest = new Integer[block.length];
        Arrays.setAll(weakest, i -> i);
        Arrays.sort(weakest, Comparator.comparingDouble(i -> -weakness[places[i]]));
        int most = Math.max(limit, 0);
        for (int erasures = Math.min(fewest, most); ; erasures = Math.min(erasures + 4, most)) {
            int[] erased = new int[erasures];
            Arrays.setAll(erased, i -> weakest[i]);
            if (ReedSolomon.correct(block, parity, erased) >= 0) {
                for (int i = 0; i < block.length; i++) {
                    words[places[i]] = block[i];
                }
                return true;
            }
            if (erasures == most) {
                return false;
            }
        }
    }

    private void markSure(int[] words, int[] places, int mask) {
        for (int place : places) {
            for (int bit = 0; bit < 8; bit++) {
                int module = layout.order[place * 8 + bit];
                boolean one = (words[place] & 0x80 >> bit) != 0;
                boolean dark = one != SymbolLayout.masked(mask, module / layout.size, module % layout.size);
                sure[module] = (byte) (dark ? 1 : -1);
            }
        }
    }

    private void unmark(int[] places) {
        for (int place : places) {
            for (int bit = 0; bit < 8; bit++) {
                sure[layout.order[place * 8 + bit]] = 0;
            }
        }
    }

    /** Reads the corrected symbol with ZXing, unless what was sampled speaks too much against it. */
    private @Nullable String text(int format) {
        int size = layout.size;
        BitMatrix symbol = new BitMatrix(size);
        double weight = 0;
        double against = 0;
        for (int module = 0; module < soft.length; module++) {
            boolean dark = sure[module] == 0 ? layout.fixed[module] == SymbolLayout.DARK : sure[module] > 0;
            if (dark) {
                symbol.set(module % size, module / size);
            }
            if (sure[module] != 0) {
                double certainty = Math.min(Math.abs(soft[module]), 1);
                weight += certainty;
                against += soft[module] > 0 == dark ? 0 : certainty;
            }
        }
        if (against > MAX_CONTRADICTION * weight) {
            return null;
        }
        writeInformation(symbol, format);
        try {
            String text = new Decoder().decode(symbol).getText();
            return !dared.isEmpty() && !text.chars().allMatch(SoftDecoder::ofCaptureCodes) ? null : text;
        } catch (ChecksumException | FormatException e) {
            return null;
        }
    }

    private static boolean ofCaptureCodes(int c) {
        return CaptureCodeReader.base64Url(c) || c == '.';
    }

    /** One copy of each: ZXing looks at the other only where this one is damaged. */
    private void writeInformation(BitMatrix symbol, int format) {
        int bits = FormatInformation.bits(format);
        for (int i = 0; i < 15; i++) {
            if ((bits >> i & 1) == 1) {
                symbol.set(i < 8 ? 8 : i == 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8);
            }
        }
        int number = layout.version.getVersionNumber();
        int version = number < 7 ? 0 : VersionInformation.bits(number);
        for (int i = 0; i < 18; i++) {
            if ((version >> i & 1) == 1) {
                symbol.set(layout.size - 11 + i % 3, i / 3);
            }
        }
    }
}
