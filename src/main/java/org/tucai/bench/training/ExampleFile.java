package org.tucai.bench.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tucai.portrait.classifier.TraitVector;

/** Stores training rows in a file, so that retraining does not inspect every picture again. */
final class ExampleFile {
    private ExampleFile() {}

    static void write(Path file, List<Example> examples) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(TraitVector.LENGTH);
            out.writeInt(examples.size());
            for (Example example : examples) {
                out.writeUTF(example.file());
                out.writeUTF(example.kind());
                out.writeInt(example.meets().size());
                for (Map.Entry<String, Boolean> label : new TreeMap<>(example.meets()).entrySet()) {
                    out.writeUTF(label.getKey());
                    out.writeBoolean(label.getValue());
                }
                for (float value : example.row()) {
                    out.writeFloat(value);
                }
            }
        }
    }

    static List<Example> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != TraitVector.LENGTH) {
                throw new IOException(file + " was written for rows of another length");
            }
            int count = in.readInt();
            List<Example> examples = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                examples.add(one(in));
            }
            return examples;
        }
    }

    private static Example one(DataInputStream in) throws IOException {
        String file = in.readUTF();
        String kind = in.readUTF();
        Map<String, Boolean> meets = new LinkedHashMap<>();
        int labels = in.readInt();
        for (int i = 0; i < labels; i++) {
            meets.put(in.readUTF(), in.readBoolean());
        }
        float[] row = new float[TraitVector.LENGTH];
        for (int i = 0; i < row.length; i++) {
            row[i] = in.readFloat();
        }
        return new Example(file, kind, row, meets);
    }
}
