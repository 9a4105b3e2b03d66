package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.Named;
import io.asyncflow.gateway.server.settings.Secret;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One rule; it does one thing. */
@Described("One of propagate, insert and remove")
public record HeaderRule(
        @Described("Passes on headers of the client's request") @Nullable
        Propagate propagate,

        @Described("Sends a header of your own") @Nullable Insert insert,

        @Described("Takes away what rules before this one put there") @Nullable
        Remove remove) {

    public HeaderRule {
        if (Stream.of(propagate, insert, remove).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("request: each rule has exactly one of propagate, insert and remove");
        }
    }

    static HeaderRule propagate(String name) {
        return new HeaderRule(new Propagate(name, null, null, null), null, null);
    }

    HeaderStep compile() {
        if (propagate != null) {
            return propagate.compile();
        }
        return insert == null ? Objects.requireNonNull(remove).compile() : insert.compile();
    }

    /** Passes on what the client sent. */
    @Described("Passes on headers of the client's request")
    public record Propagate(
            @Described("The name of the header") @Nullable String named,

            @Described("A regular expression that is found in the names of the headers") @Nullable
            String matching,

            @Described("The name it is sent under; only with named") @Nullable
            String rename,

            @Described("The value where the client sent none; only with named") @Named("default") @Secret @Nullable
            String defaultValue) {

        public Propagate {
            HeaderText.checkSelection("propagate", named, matching);
            if (named == null && (rename != null || defaultValue != null)) {
                throw new IllegalArgumentException("propagate: rename and default go with named, not with matching");
            }
            named = named == null ? null : HeaderText.name("named", named);
            rename = named == null ? null : HeaderText.sendable("rename", rename == null ? named : rename);
            HeaderText.checkValue("default", defaultValue);
        }

        HeaderStep compile() {
            return named == null || rename == null
                    ? new HeaderStep.PropagateMatching(HeaderText.pattern(matching))
                    : new HeaderStep.PropagateNamed(named, rename, defaultValue);
        }
    }

    /** Sends a header of the gateway's own. */
    @Described("Sends a header of your own")
    public record Insert(
            @Described("The name of the header") String name,
            @Described("Its value") @Secret String value) {

        public Insert {
            name = HeaderText.sendable("name", name);
            HeaderText.checkValue("value", value);
        }

        HeaderStep compile() {
            return new HeaderStep.Insert(name, value);
        }
    }

    /** Takes away what rules before it put there. */
    @Described("Takes away what rules before this one put there")
    public record Remove(
            @Described("The name of the header") @Nullable String named,

            @Described("A regular expression that is found in the names of the headers") @Nullable
            String matching) {

        public Remove {
            HeaderText.checkSelection("remove", named, matching);
            named = named == null ? null : HeaderText.name("named", named);
        }

        HeaderStep compile() {
            return named == null
                    ? new HeaderStep.RemoveMatching(HeaderText.pattern(matching))
                    : new HeaderStep.RemoveNamed(named);
        }
    }
}
