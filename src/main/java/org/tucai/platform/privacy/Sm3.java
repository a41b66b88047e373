package org.tucai.platform.privacy;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash SM3 (GB/T 32905-2016, ISO/IEC 10118-3), keyed as HMAC (RFC 2104) with its blocks of 64 bytes. */
final class Sm3 {
    private Sm3() {}

    /** Of these parts as if they were one: 32 bytes. */
    static byte[] hmac(byte[] key, byte[]... parts) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return hash;
    }
}
