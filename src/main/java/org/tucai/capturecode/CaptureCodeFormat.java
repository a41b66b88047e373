package org.tucai.capturecode;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tucai.capturecode.CodeRefused.Reason;

/**
 * The default form of a capture code: a compact JWE ({@code dir}, A256GCM, deflated) of claims with one-letter names. Only
 * the authority and the unit hold the key, so what opens is authentic. At most {@value #LONGEST} characters: a QR code of
 * version 15 or less.
 */
public final class CaptureCodeFormat {
    /** Longest code that is issued. */
    public static final int LONGEST = 420;

    private static final int LONGEST_LOOKED_AT = 800;
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-]{40,160}\\.\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}");
    private static final int SHORTEST_NAME = 4;

    private CaptureCodeFormat() {}

    /** Whether a text is shaped like a capture code; says nothing about who made it. */
    public static boolean looksLikeCode(String text) {
        return text.length() <= LONGEST_LOOKED_AT && SHAPE.matcher(text).matches();
    }

    /**
     * Seals the facts. Where they need more than {@value #LONGEST} characters, the major's and then the school's name are
     * shortened, the school being known by its code anyway.
     */
    public static String seal(CaptureCode code, CodeKey key) {
        CaptureCode fitting = code;
        String text = sealed(fitting, key);
        while (text.length() > LONGEST) {
            fitting = shortened(fitting);
            text = sealed(fitting, key);
        }
        return text;
    }

    private static CaptureCode shortened(CaptureCode code) {
        if (code.major().length() > SHORTEST_NAME) {
            return code.withNames(code.schoolName(), cut(code.major()));
        }
        if (code.schoolName().length() > SHORTEST_NAME) {
            return code.withNames(cut(code.schoolName()), code.major());
        }
        throw new IllegalArgumentException("the facts do not fit into a capture code");
    }

    private static String cut(String name) {
        String bare = name.endsWith("…") ? name.substring(0, name.length() - 1) : name;
        return bare.substring(0, bare.offsetByCodePoints(bare.length(), -1)) + "…";
    }

    private static String sealed(CaptureCode code, CodeKey key) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .keyID(key.kid())
                .build();
        JWEObject object = new JWEObject(header, new Payload(CodeClaims.of(code)));
        try {
            object.encrypt(new DirectEncrypter(key.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return object.serialize();
    }

    /**
     * Opens a code.
     *
     * @param keys the key of that name, if it is held and not retired
     * @throws CodeRefused when it is none, was made with another key, or was changed; expiry is not looked at
     */
    public static CaptureCode open(String text, Function<String, Optional<CodeKey>> keys) throws CodeRefused {
        if (!looksLikeCode(text)) {
            throw new CodeRefused(Reason.NOT_A_CODE);
        }
        JWEObject object = parsed(text);
        CodeKey key = keys.apply(object.getHeader().getKeyID()).orElseThrow(() -> new CodeRefused(Reason.UNKNOWN_KEY));
        return opened(object, key);
    }

    /** Of our algorithms, and with the name of a key. */
    private static JWEObject parsed(String text) throws CodeRefused {
        try {
            JWEObject object = JWEObject.parse(text);
            JWEHeader header = object.getHeader();
            if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getKeyID() == null) {
                throw new CodeRefused(Reason.NOT_A_CODE);
            }
            return object;
        } catch (ParseException
                | IllegalArgumentException
                | NullPointerException e) { // the last is the library's own answer to a header without algorithm
            throw new CodeRefused(Reason.NOT_A_CODE, e);
        }
    }

    private static CaptureCode opened(JWEObject object, CodeKey key) throws CodeRefused {
        try {
            object.decrypt(new DirectDecrypter(key.bytes()));
            Map<String, Object> claims = object.getPayload().toJSONObject();
            if (claims == null) {
                throw new CodeRefused(Reason.FORGED);
            }
            return CodeClaims.read(claims);
        } catch (JOSEException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | ClassCastException e) {
            throw new CodeRefused(Reason.FORGED, e);
        }
    }
}
