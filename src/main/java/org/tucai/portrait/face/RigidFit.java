package org.tucai.portrait.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pose of the head by the best rigid fit of the canonical head to the mesh (Horn's closed form with quaternions), over points that no
 * expression moves.
 */
final class RigidFit {
    private static final int[] STABLE = {
        33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 10, 151, 9, 8, 127, 356, 234, 454, 93, 323, 98, 327, 46, 276, 70,
        300, 105, 334, 50, 280, 109, 338, 54, 284, 21, 251, 162, 389, 2
    };

    /** The canonical head, centred on its stable points: where those of a face lie then makes no difference. */
    private final double[] head;

    RigidFit(Path canonicalHead) {
        this.head = centred(read(canonicalHead));
    }

    private static double[] read(Path file) {
        double[] head = new double[FaceMesh.POINTS * 3];
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            int n = 0;
            for (String line : lines) {
                if (line.startsWith("v ") && n < FaceMesh.POINTS) {
                    String[] words = line.trim().split("\\s+", -1);
                    head[3 * n] = Double.parseDouble(words[1]);
                    head[3 * n + 1] = -Double.parseDouble(words[2]);
                    head[3 * n + 2] = -Double.parseDouble(words[3]);
                    n++;
                }
            }
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pose, degrees. */
    Pose fit(float[] points) {
        double[][] s = new double[3][3];
        for (int i : STABLE) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    s[a][b] += head[3 * i + a] * points[3 * i + b];
                }
            }
        }
        double[] q = largestEigenvector(hornMatrix(s));
        return angles(q[0], q[1], q[2], q[3]);
    }

    private static double[] centred(double[] p) {
        double[] centre = new double[3];
        for (int i : STABLE) {
            for (int a = 0; a < 3; a++) {
                centre[a] += p[3 * i + a] / STABLE.length;
            }
        }
        double[] out = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            out[i] = p[i] - centre[i % 3];
        }
        return out;
    }

    private static double[][] hornMatrix(double[][] s) {
        return new double[][] {
            {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
            {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
            {s[2][0] - s[0][2], s[0][1] + s[1][0], -s[0][0] + s[1][1] - s[2][2], s[1][2] + s[2][1]},
            {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], -s[0][0] - s[1][1] + s[2][2]}
        };
    }

    /** By power iteration on the matrix shifted to be positive. */
    private static double[] largestEigenvector(double[][] n) {
        double shift = 0;
        for (double[] row : n) {
            double sum = 0;
            for (double v : row) {
                sum += Math.abs(v);
            }
            shift = Math.max(shift, sum);
        }
        double[] q = {1, 0.01, 0.01, 0.01};
        for (int step = 0; step < 300; step++) {
            double[] next = new double[4];
            double norm = 0;
            for (int i = 0; i < 4; i++) {
                next[i] = shift * q[i];
                for (int j = 0; j < 4; j++) {
                    next[i] += n[i][j] * q[j];
                }
                norm += next[i] * next[i];
            }
            double change = 0;
            for (int i = 0; i < 4; i++) {
                next[i] /= Math.sqrt(norm);
                change += Math.abs(next[i] - q[i]);
            }
            q = next;
            if (change < 1e-10) {
                break;
            }
        }
        return q;
    }

    private static Pose angles(double w, double x, double y, double z) {
        double r02 = 2 * (x * z + w * y);
        double r12 = 2 * (y * z - w * x);
        double r22 = 1 - 2 * (x * x + y * y);
        double r10 = 2 * (x * y + w * z);
        double r11 = 1 - 2 * (x * x + z * z);
        double yaw = Math.atan2(-r02, Math.hypot(r12, r22));
        double pitch = Math.atan2(-r12, r22);
        double roll = Math.atan2(r10, r11);
        return new Pose(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
    }
}
