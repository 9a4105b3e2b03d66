package io.asyncflow.gateway.supergraph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A specification the schema uses ({@code @link}), with the names it goes by here. */
public record Link(
        String url,
        @Nullable String as,
        List<Import> imports,
        @Nullable String purpose) {

    public Link {
        imports = List.copyOf(imports);
    }

    /** An element of the specification, {@code @} included for a directive, and its name here. */
    public record Import(String name, String as) {}

    /** The specification in whatever version: its address without the version. */
    public String identity() {
        return hasVersion() ? url.substring(0, lastSlash()) : url;
    }

    /** Such as {@code v0.3}; empty where the address has none. */
    public String version() {
        return hasVersion() ? url.substring(lastSlash() + 1) : "";
    }

    /** What the names of the specification's elements start with here, unless they are imported. */
    public String prefix() {
        return as == null ? identity().substring(identity().lastIndexOf('/') + 1) : as;
    }

    /** The name that the specification's directive, told without {@code @}, has here. */
    public String directive(String name) {
        for (Import each : imports) {
            if (each.name().equals("@" + name)) {
                return each.as().substring(1);
            }
        }
        String specification = identity().substring(identity().lastIndexOf('/') + 1);
        return name.equals(specification) ? prefix() : prefix() + "__" + name;
    }

    /** Whether the type here is the specification's. */
    public boolean definesType(String name) {
        return name.startsWith(prefix() + "__")
                || imports.stream().anyMatch(each -> each.as().equals(name));
    }

    /** Whether the directive here, told without {@code @}, is the specification's. */
    public boolean definesDirective(String name) {
        return name.equals(prefix()) || name.startsWith(prefix() + "__") || definesType("@" + name);
    }

    private boolean hasVersion() {
        int start = lastSlash() + 1;
        return start > 0 && url.startsWith("v", start) && url.indexOf('.', start) > start + 1;
    }

    private int lastSlash() {
        return url.lastIndexOf('/');
    }
}
