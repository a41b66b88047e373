package org.tucai.authority;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JWK sets with keys of either suite. */
public final class KeySets {
    private KeySets() {}

    /** Reads public keys; skips those of kinds that no suite uses, such as RSA. */
    public static JWKSet parse(String text) throws ParseException {
        Map<String, Object> read = JSONObjectUtils.parse(text);
        if (read == null) { // the document null, as jq prints what it does not find
            throw new ParseException("not a JSON object", 0);
        }
        Map<String, Object> set = new HashMap<>(read);
        List<JWK> keys = new ArrayList<>();
        if (set.get("keys") instanceof List<?>) {
            List<Map<String, Object>> others = new ArrayList<>();
            for (Map<String, Object> key : JSONObjectUtils.getJSONObjectArray(set, "keys")) {
                if (Sm2Key.CURVE.equals(key.get("crv"))) {
                    keys.add(Sm2Key.readPublic(key));
                } else {
                    others.add(key);
                }
            }
            set.put("keys", others);
        }
        JWKSet.parse(set).getKeys().stream().filter(KeySets::isOfP256).forEach(keys::add);
        return new JWKSet(keys);
    }

    private static boolean isOfP256(JWK key) {
        return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
    }
}
