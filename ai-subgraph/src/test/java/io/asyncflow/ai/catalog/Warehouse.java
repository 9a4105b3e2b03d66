package io.asyncflow.ai.catalog;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** As many products as wanted, always the same ones for the same seed, with words as unevenly frequent as real ones. */
public final class Warehouse {

    private static final int VOCABULARY = 8_000;
    private static final String SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후기니디리미비시이지치키티피히";

    private final Random random;

    private Warehouse(long seed) {
        random = new Random(seed);
    }

    public static List<ProductProfile> products(int count, long seed) {
        var warehouse = new Warehouse(seed);
        return IntStream.range(0, count).mapToObj(warehouse::product).toList();
    }

    private ProductProfile product(int number) {
        int type = random.nextInt(60);
        return new ProductProfile(
                new ProductId(new UUID(0x0192_0000_0000_7000L + ((long) number << 16), random.nextLong() >>> 1)),
                "product-" + number,
                new ProductProfile.Bilingual(korean(3), english(4)),
                new ProductProfile.Bilingual(korean(25), english(40)),
                "Vendor " + skewed(200),
                "Type " + type,
                texts("tag", 3, 150),
                List.of(
                        new ProductProfile.Attribute("material", "material " + skewed(40)),
                        new ProductProfile.Attribute("colour", "colour " + skewed(20)),
                        new ProductProfile.Attribute("size", "size " + skewed(10)),
                        new ProductProfile.Attribute("room", "room " + (type % 8)),
                        new ProductProfile.Attribute("season", "season " + random.nextInt(4))),
                texts("collection", 2, 60),
                new Money(1_000L * (1 + skewed(500)), CurrencyCode.KRW),
                random.nextInt(20) > 0);
    }

    private List<String> texts(String name, int count, int kinds) {
        return IntStream.range(0, count)
                .mapToObj(_ -> name + "-" + skewed(kinds))
                .distinct()
                .toList();
    }

    private String english(int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> "word" + Integer.toString(skewed(VOCABULARY), 36))
                .collect(Collectors.joining(" "));
    }

    private String korean(int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> koreanWord(skewed(VOCABULARY)))
                .collect(Collectors.joining(" "));
    }

    private static String koreanWord(int number) {
        var letters = new Random(number);
        return IntStream.range(0, 2 + letters.nextInt(3))
                .mapToObj(_ ->
                        SYLLABLES.substring(letters.nextInt(SYLLABLES.length())).substring(0, 1))
                .collect(Collectors.joining());
    }

    /** Low numbers far more often than high ones. */
    private int skewed(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }
}
