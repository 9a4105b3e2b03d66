package io.asyncflow.support.paging;

import io.asyncflow.support.errors.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A total order over rows that pages are cut from: later pages start behind the last row seen, not at an offset, so they
 * cost the same and skip nothing when rows come and go. The last key must be unique, and none may be null.
 *
 * <pre>{@code
 * Keyset<Product> byTitle = Keyset.<Product>ordered("title")
 *     .by("p.title", "text", Product::title)
 *     .by("p.id", "uuid", product -> product.id().uuid());
 * }</pre>
 */
public final class Keyset<T> {

    private record Key<T>(String column, String type, Function<T, Object> value) {}

    private static final Set<String> TYPES = Set.of("uuid", "text", "int", "bigint", "double precision", "timestamptz");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final String name;
    private final boolean descending;
    private final List<Key<T>> keys;

    private Keyset(String name, boolean descending, List<Key<T>> keys) {
        this.name = name;
        this.descending = descending;
        this.keys = List.copyOf(keys);
    }

    /** The name goes into cursors, so that one order's cursor is refused by another. */
    public static <T> Keyset<T> ordered(String name) {
        return new Keyset<>(name, false, List.of());
    }

    public Keyset<T> by(String column, String type, Function<T, Object> value) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("A cursor cannot hold a " + type);
        }
        var longer = new ArrayList<>(keys);
        longer.add(new Key<>(column, type, value));
        return new Keyset<>(name, descending, longer);
    }

    public Keyset<T> reversed(boolean reverse) {
        return new Keyset<>(name, descending != reverse, keys);
    }

    /** A SQL condition that keeps the rows behind the cursor; to be bound with {@link #bind}. */
    public String where(PageRequest page) {
        if (page.cursor() == null) {
            return "true";
        }
        var parameters = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            parameters.add("cast(:key" + i + " as " + keys.get(i).type() + ")");
        }
        return "(" + String.join(", ", columns()) + ") " + (downwards(page) ? "<" : ">") + " ("
                + String.join(", ", parameters) + ")";
    }

    public String orderBy(PageRequest page) {
        String direction = downwards(page) ? " desc" : " asc";
        return String.join(
                ", ", columns().stream().map(column -> column + direction).toList());
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement, PageRequest page) {
        if (page.cursor() == null) {
            return statement;
        }
        GenericExecuteSpec bound = statement;
        List<String> values = decode(page.cursorArgument(), page.cursor());
        for (int i = 0; i < values.size(); i++) {
            bound = bound.bind("key" + i, values.get(i));
        }
        return bound;
    }

    /** The page out of {@link PageRequest#limit()} rows read in {@link #orderBy} order. */
    public Connection<T> connection(PageRequest page, List<T> rows, @Nullable Long totalCount) {
        boolean more = rows.size() > page.size();
        var kept = new ArrayList<>(more ? rows.subList(0, page.size()) : rows);
        if (page.backward()) {
            Collections.reverse(kept);
        }
        var edges = kept.stream()
                .map(row -> new Connection.Edge<>(encode(row), row))
                .toList();
        boolean continued = page.cursor() != null;
        var info = new PageInfo(
                page.backward() ? continued : more,
                page.backward() ? more : continued,
                edges.isEmpty() ? null : edges.getFirst().cursor(),
                edges.isEmpty() ? null : edges.getLast().cursor());
        return new Connection<>(edges, info, totalCount);
    }

    /** The page out of all rows, in this order, of a list that is in memory as a whole. */
    public Connection<T> slice(PageRequest page, List<T> all) {
        var ahead = new ArrayList<>(page.backward() ? all.reversed() : all);
        if (page.cursor() != null) {
            List<String> cursor = decode(page.cursorArgument(), page.cursor());
            ahead.removeIf(row -> downwards(page) ? compare(row, cursor) >= 0 : compare(row, cursor) <= 0);
        }
        return connection(page, ahead.subList(0, Math.min(page.limit(), ahead.size())), (long) all.size());
    }

    private int compare(T row, List<String> cursor) {
        for (int i = 0; i < keys.size(); i++) {
            Key<T> key = keys.get(i);
            int order = compare(key.type(), String.valueOf(key.value().apply(row)), cursor.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(String type, String left, String right) {
        return switch (type) {
            case "int", "bigint" -> Long.compare(Long.parseLong(left), Long.parseLong(right));
            case "double precision" -> Double.compare(Double.parseDouble(left), Double.parseDouble(right));
            case "timestamptz" -> Instant.parse(left).compareTo(Instant.parse(right));
            default -> left.compareTo(right);
        };
    }

    private boolean downwards(PageRequest page) {
        return descending != page.backward();
    }

    private List<String> columns() {
        return keys.stream().map(Key::column).toList();
    }

    private String label() {
        return name + (descending ? "-" : "+");
    }

    private String encode(T row) {
        var values = new ArrayList<String>(List.of(label()));
        keys.forEach(key -> values.add(String.valueOf(key.value().apply(row))));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
    }

    private List<String> decode(String argument, String cursor) {
        List<String> values;
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8));
            values = JSON.readValue(json, STRINGS);
        } catch (IllegalArgumentException | JacksonException malformed) {
            throw new BadInput(argument, "is not a cursor that this list has given out");
        }
        if (values == null || values.size() != keys.size() + 1 || !label().equals(values.getFirst())) {
            throw new BadInput(argument, "is a cursor of another list or another order");
        }
        var readable = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            readable.add(canonical(argument, keys.get(i).type(), values.get(i + 1)));
        }
        return readable;
    }

    /** A forged cursor must not reach the database, where it would end as a failed cast. */
    private static String canonical(String argument, String type, @Nullable String value) {
        try {
            if (value == null || value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("no text");
            }
            return switch (type) {
                case "uuid" -> UUID.fromString(value).toString();
                case "bigint" -> Long.toString(Long.parseLong(value));
                case "int" -> Integer.toString(Integer.parseInt(value));
                case "double precision" -> Double.toString(Double.parseDouble(value));
                case "timestamptz" -> timestamp(value).toString();
                default -> value;
            };
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new BadInput(argument, "is not a cursor that this list has given out");
        }
    }

    /** PostgreSQL does not read the years and offsets that lie beyond these. */
    private static Instant timestamp(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }
}
