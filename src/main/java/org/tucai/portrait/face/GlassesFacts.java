package org.tucai.portrait.face;

/**
 * Whether glasses are worn.
 *
 * @param certainty the network's raw answer: the higher, the surer it sees glasses
 */
public record GlassesFacts(double certainty) {
    /** The equal error threshold on labelled portraits (both rates below 2 %); at 0 every eighth bare face would count. */
    public static final double LIMIT = 3.9;

    public boolean worn() {
        return certainty > LIMIT;
    }
}
