package org.tucai.portrait.face;

/**
 * Glasses.
 *
 * @param certainty the network's number turned round: above 0 it sees glasses
 */
public record GlassesFacts(double certainty) {
    public boolean worn() {
        return certainty > 0;
    }
}
