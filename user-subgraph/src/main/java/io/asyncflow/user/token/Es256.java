package io.asyncflow.user.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/** The private keys of the one signature algorithm that we use. */
final class Es256 {

    private Es256() {}

    static ECKey generate() {
        try {
            return named(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException failure) {
            throw new IllegalStateException("No key could be made", failure);
        }
    }

    /** The key in a JWK, or an {@link IllegalArgumentException} that says what is wrong with it and does not show it. */
    static ECKey parse(String jwk) {
        if (!(read(jwk) instanceof ECKey key) || !Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
            throw new IllegalArgumentException("not an EC private key of curve P-256");
        }
        try {
            return checked(named(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("The key could not be tried", failure);
        }
    }

    @SuppressWarnings("UnusedException") // it would quote the key
    private static JWK read(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException("not a well-formed JWK");
        }
    }

    /** The key, with an id and with what it is for. */
    static ECKey named(ECKey key) {
        var named = new ECKey.Builder(key).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256);
        try {
            return key.getKeyID() == null ? named.keyIDFromThumbprint().build() : named.build();
        } catch (JOSEException failure) {
            throw new IllegalStateException("No id could be made for the key", failure);
        }
    }

    /** A private part that does not belong to the public one would sign what nobody accepts. */
    private static ECKey checked(ECKey key) throws JOSEException {
        var sample = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("sample"));
        sample.sign(new ECDSASigner(key));
        if (!sample.verify(new ECDSAVerifier(key))) {
            throw new IllegalArgumentException("made of two halves that do not belong together");
        }
        return key;
    }
}
