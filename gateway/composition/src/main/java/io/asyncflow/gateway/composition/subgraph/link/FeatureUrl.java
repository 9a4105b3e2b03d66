package io.asyncflow.gateway.composition.subgraph.link;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a specification, taken apart: {@code https://specs.apollo.dev/federation/v2.3} has the identity {@code
 * https://specs.apollo.dev/federation}, the name {@code federation} and the version 2.3.
 */
record FeatureUrl(String identity, String name, FeatureVersion version) {

    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/?#@]*@)?([^/?#]*)([^?#]*).*");
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,6})\\.(\\d{1,6})");

    /** Throws {@link InvalidUrl} with what is wrong. */
    static FeatureUrl parse(String text) throws InvalidUrl {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            throw new InvalidUrl("is not a URL");
        }
        String path = url.group(3);
        int last = path.lastIndexOf('/');
        Matcher version = VERSION.matcher(path.substring(last + 1));
        if (!version.matches()) {
            throw new InvalidUrl("does not end in a version such as v1.0");
        }
        String before = path.substring(0, last);
        String name = before.substring(before.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            throw new InvalidUrl("does not name the specification before its version");
        }
        String origin =
                url.group(1).toLowerCase(Locale.ROOT) + "://" + url.group(2).toLowerCase(Locale.ROOT);
        return new FeatureUrl(
                origin + before,
                name,
                new FeatureVersion(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))));
    }

    @Override
    public String toString() {
        return identity + "/" + version;
    }

    static final class InvalidUrl extends Exception {

        private static final long serialVersionUID = 1;

        InvalidUrl(String message) {
            super(message);
        }
    }
}
