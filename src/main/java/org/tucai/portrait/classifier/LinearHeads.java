package org.tucai.portrait.classifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucai.portrait.classifier.TraitVector.Block;
import org.tucai.portrait.face.Classifier;
import org.tucai.portrait.face.Facts;

/**
 * One linear classifier per learned rule over a {@link TraitVector}. A head answers
 * {@code 1 / (1 + exp(-(weights · row + bias)))}; a missing measure counts as its mean. Safe for many threads.
 *
 * <p>File, big-endian: magic, length of a row, the means of the measures, then per head its rule, its bias and the number of its blocks,
 * each with its number and its weights as 16-bit floats.
 */
@SuppressWarnings("EnumOrdinal") // the order of the blocks is part of the file's form
public final class LinearHeads implements Classifier {
    /** Knows nothing: before the first training. */
    public static final LinearHeads NONE = new LinearHeads(new float[0], List.of());

    private static final int MAGIC = 0x54634833;
    private static final String RESOURCE = "/portrait/classifier/heads.bin";
    private static final String COVER = "/portrait/classifier/cover.bin";

    /**
     * One classifier.
     *
     * @param rule the rule it judges
     * @param weights one per number of the row
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Head(String rule, float bias, float[] weights) {}

    private final float[] means;
    private final List<Head> heads;
    private final Map<String, Set<Block>> used = new HashMap<>();

    /** Heads over rows of which missing measures count as {@code means}. */
    public LinearHeads(float[] means, List<Head> heads) {
        this.means = means.clone();
        this.heads = List.copyOf(heads);
        heads.forEach(head -> used.put(head.rule(), used(head)));
    }

    /** The classifiers that come with the program; none when it was built without. */
    public static LinearHeads shipped() {
        return resource(RESOURCE).withCover();
    }

    /** These heads and the shipped ones that tell whether a part of the face is hidden. */
    public LinearHeads withCover() {
        List<Head> all = new ArrayList<>(heads);
        all.addAll(resource(COVER).heads); // they use no measures, so these means serve them as well
        return new LinearHeads(means, all);
    }

    private static LinearHeads resource(String name) {
        try (InputStream in = LinearHeads.class.getResourceAsStream(name)) {
            return in == null ? NONE : read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the bytes were written for another kind of row
     */
    public static LinearHeads read(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC || in.readInt() != TraitVector.LENGTH) {
                throw new IllegalArgumentException("classifiers of another version: train anew");
            }
            float[] means = floats(in, in.readInt());
            Head[] heads = new Head[in.readInt()];
            for (int i = 0; i < heads.length; i++) {
                heads[i] = head(in);
            }
            return new LinearHeads(means, List.of(heads));
        } catch (IOException e) {
            throw new IllegalArgumentException("classifiers cut short", e);
        }
    }

    private static Head head(DataInputStream in) throws IOException {
        String rule = in.readUTF();
        float bias = in.readFloat();
        float[] weights = new float[TraitVector.LENGTH];
        for (int blocks = in.readByte(); blocks > 0; blocks--) {
            Block block = Block.values()[in.readByte()];
            for (int i = block.start(); i < block.end(); i++) {
                weights[i] = Float.float16ToFloat(in.readShort());
            }
        }
        return new Head(rule, bias, weights);
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }

    /** The file that {@link #read} reads. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(TraitVector.LENGTH);
            out.writeInt(means.length);
            for (float mean : means) {
                out.writeFloat(mean);
            }
            out.writeInt(heads.size());
            for (Head head : heads) {
                out.writeUTF(head.rule());
                out.writeFloat(head.bias());
                Set<Block> blocks = used(head);
                out.writeByte(blocks.size());
                for (Block block : blocks) {
                    out.writeByte(block.ordinal());
                    for (int i = block.start(); i < block.end(); i++) {
                        out.writeShort(Float.floatToFloat16(head.weights()[i]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Map<String, Double> judge(Facts measured) {
        float[] row = TraitVector.of(measured);
        return row == null ? Map.of() : judge(row);
    }

    /** By rule, how surely it is met, 0..1. */
    public Map<String, Double> judge(float[] row) {
        Map<String, Double> meets = new LinkedHashMap<>();
        for (Head head : heads) {
            meets.put(head.rule(), 1 / (1 + Math.exp(-sum(head, row))));
        }
        return meets;
    }

    /** The head's answer before it becomes a certainty: above 0 is met. */
    public double sum(String rule, float[] row) {
        Head head =
                heads.stream().filter(h -> h.rule().equals(rule)).findFirst().orElseThrow();
        return sum(head, row);
    }

    private double sum(Head head, float[] row) {
        int measures = Block.MEASURES.start();
        double sum = head.bias();
        for (Block block : used.getOrDefault(head.rule(), Set.of())) {
            for (int i = block.start(); i < block.end(); i++) {
                float value = row[i];
                sum += head.weights()[i] * (Float.isNaN(value) ? means[i - measures] : value);
            }
        }
        return sum;
    }

    /** The blocks a head looks at: most heads look at few of them. */
    private static Set<Block> used(Head head) {
        Set<Block> used = EnumSet.noneOf(Block.class);
        for (Block block : Block.values()) {
            for (int i = block.start(); i < block.end(); i++) {
                if (head.weights()[i] != 0) {
                    used.add(block);
                    break;
                }
            }
        }
        return used;
    }

    /**
     * The same heads with other limits.
     *
     * @param steepness what every answer is multiplied with
     * @param limits by rule, the answer that becomes 0
     */
    public LinearHeads scaled(double steepness, Map<String, Double> limits) {
        return new LinearHeads(
                means,
                heads.stream()
                        .map(head -> scaled(head, steepness, limits.getOrDefault(head.rule(), 0.0)))
                        .toList());
    }

    private static Head scaled(Head head, double steepness, double limit) {
        float[] weights = head.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) steepness;
        }
        return new Head(head.rule(), (float) (steepness * (head.bias() - limit)), weights);
    }
}
