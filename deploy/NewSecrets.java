import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Prints new secrets for compose.yaml, as lines of a .env file: {@code java deploy/NewSecrets.java > .env}. */
public class NewSecrets {

    public static void main(String[] arguments) throws Exception {
        System.out.println("POSTGRES_PASSWORD=" + password());
        System.out.println("REDIS_PASSWORD=" + password());
        System.out.println("ASYNCFLOW_SIGNING_KEY='" + signingKey() + "'");
    }

    /** Hexadecimal, so that it can stand in an address. */
    private static String password() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A private EC P-256 key as a JWK (RFC 7517, 7518). */
    private static String signingKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return String.format(
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}",
                encoded(point.getAffineX()),
                encoded(point.getAffineY()),
                encoded(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    /** 32 bytes, whatever the number's size. */
    private static String encoded(BigInteger number) {
        var bytes = new byte[32];
        byte[] magnitude = number.toByteArray();
        int length = Math.min(magnitude.length, bytes.length);
        System.arraycopy(magnitude, magnitude.length - length, bytes, bytes.length - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
