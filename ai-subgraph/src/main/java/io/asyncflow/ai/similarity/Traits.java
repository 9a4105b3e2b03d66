package io.asyncflow.ai.similarity;

import io.asyncflow.ai.catalog.ProductProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads out of a profile what products are compared by, in two ways: what a product is, and what it is used for. The
 * shares are how much each kind of likeness counts. Those of either way add up to 1, so that scores stay between 0 and 1.
 */
final class Traits {

    static final float PRICE = 0.1f;
    static final float PRICE_OF_USED = 0.15f;

    private static final float WORDS = 0.35f;
    private static final float ATTRIBUTES = 0.2f;
    private static final float TYPE = 0.2f;
    private static final float TAGS = 0.1f;
    private static final float VENDOR = 0.05f;

    private static final float USES = 0.6f;
    private static final float COLLECTIONS = 0.25f;

    private static final float TITLE_WEIGHT = 3;

    /** Begins the handle of a collection that only places products on a page, and says nothing of them. */
    private static final String EDITORIAL = "hidden";

    private final Set<String> useNames;

    Traits(Set<String> useNames) {
        this.useNames = useNames.stream().map(Traits::plain).collect(Collectors.toUnmodifiableSet());
    }

    void addContent(ProductProfile profile, VectorSpaceBuilder space) {
        space.product();
        var words = new Bag();
        Words.cut(profile.title().korean(), word -> words.add(word, TITLE_WEIGHT));
        Words.cut(profile.title().english(), word -> words.add(word, TITLE_WEIGHT));
        Words.cut(profile.description().korean(), word -> words.add(word, 1));
        Words.cut(profile.description().english(), word -> words.add(word, 1));
        space.part(WORDS, words);
        space.part(ATTRIBUTES, bag("", pairs(profile.attributes())));
        space.part(TYPE, bag("type:", List.of(profile.productType())));
        space.part(TAGS, bag("tag:", profile.tags()));
        space.part(VENDOR, bag("vendor:", List.of(profile.vendor())));
    }

    void addUse(ProductProfile profile, VectorSpaceBuilder space) {
        space.product();
        var uses = profile.attributes().stream().filter(this::isUse).toList();
        space.part(USES, bag("", pairs(uses)));
        space.part(COLLECTIONS, bag("collection:", collections(profile)));
    }

    List<Fact> facts(ProductProfile profile) {
        var facts = new ArrayList<Fact>();
        profile.attributes().forEach(attribute -> facts.add(fact(attribute)));
        profile.tags().forEach(tag -> facts.add(new Fact(Fact.Kind.TAG, tag.strip())));
        facts.add(new Fact(Fact.Kind.TYPE, profile.productType().strip()));
        collections(profile).forEach(handle -> facts.add(new Fact(Fact.Kind.COLLECTION, "collection " + handle)));
        if (!profile.vendor().isBlank()) {
            facts.add(new Fact(Fact.Kind.VENDOR, "vendor " + profile.vendor().strip()));
        }
        return facts;
    }

    private Fact fact(ProductProfile.Attribute attribute) {
        var kind = isUse(attribute) ? Fact.Kind.USE : Fact.Kind.ATTRIBUTE;
        return Fact.attribute(kind, attribute.name().strip(), attribute.value().strip());
    }

    private boolean isUse(ProductProfile.Attribute attribute) {
        return useNames.contains(plain(attribute.name()));
    }

    private static List<String> pairs(List<ProductProfile.Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> plain(attribute.name()) + "=" + plain(attribute.value()))
                .toList();
    }

    private static List<String> collections(ProductProfile profile) {
        return profile.collections().stream()
                .filter(handle -> !handle.startsWith(EDITORIAL))
                .toList();
    }

    private static Bag bag(String kind, List<String> values) {
        var bag = new Bag();
        values.stream()
                .map(Traits::plain)
                .filter(value -> !value.isEmpty())
                .distinct()
                .forEach(value -> bag.add(kind + value, 1));
        return bag;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
