package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes a subgraph's answer a wrong one. */
final class Damage {

    private static final String ERROR = "{\"message\":\"broken\"}";

    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    /**
     * An answer.
     *
     * @param isLie whether what is wrong with it cannot be known from it alone
     */
    record Done(String name, Json body, boolean isLie) {}

    private record Spot(List<Object> path, @Nullable Object value) {}

    Done to(Map<?, ?> data) {
        List<Spot> spots = new ArrayList<>();
        spots(data, new ArrayList<>(), spots);
        return switch (random.nextInt(12)) {
            case 0 -> new Done("no data", Json.of("{\"data\":null,\"errors\":[" + ERROR + "]}"), false);
            case 1 -> new Done("errors", Json.of("{\"errors\":[" + ERROR + "]}"), false);
            case 2 -> new Done("no data, no errors", Json.of("{\"data\":null}"), false);
            case 3 -> truncated(data);
            case 4 -> new Done("HTML", Json.of("<html>{\"data\":{}}</html>"), false);
            case 5 -> errors(data);
            case 6 -> spots.isEmpty() ? truncated(data) : wrongType(data, spots);
            case 7 -> spots.isEmpty() ? truncated(data) : missing(data, spots);
            case 8 -> lists(data, spots);
            default -> spots.isEmpty() ? truncated(data) : partial(data, spots);
        };
    }

    private static void spots(@Nullable Object value, List<Object> path, List<Spot> spots) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((key, below) -> spot(key, below, path, spots));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                spot(i, items.get(i), path, spots);
            }
        }
    }

    private static void spot(Object step, @Nullable Object value, List<Object> path, List<Spot> spots) {
        List<Object> below = new ArrayList<>(path);
        below.add(step);
        spots.add(new Spot(below, value));
        spots(value, below, spots);
    }

    private Spot any(List<Spot> spots) {
        return spots.get(random.nextInt(spots.size()));
    }

    /** As a server does it that follows the specification, whatever its schema lets be null. */
    private Done partial(Map<?, ?> data, List<Spot> spots) {
        Object left = data;
        StringBuilder errors = new StringBuilder();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            Spot spot = any(spots);
            int depth = random.nextInt(2) == 0
                    ? spot.path().size()
                    : random.nextInt(spot.path().size() + 1);
            left = replaced(left, spot.path().subList(0, depth), null);
            errors.append(errors.isEmpty() ? "" : ",")
                    .append("{\"message\":\"broken\",\"path\":")
                    .append(JsonValues.write(spot.path()))
                    .append('}');
        }
        boolean typename = errors.indexOf("__typename") >= 0;
        return new Done("partial", body(left, "[" + errors + "]"), typename);
    }

    private Done truncated(Map<?, ?> data) {
        byte[] whole = body(data, null).bytes();
        return new Done("truncated", Json.of(Arrays.copyOf(whole, random.nextInt(whole.length))), false);
    }

    private Done errors(Map<?, ?> data) {
        String[] odd = {
            "{}",
            "5",
            "\"x\"",
            "[1,null]",
            "[" + ERROR + "]",
            "[{\"message\":7,\"path\":{}}]",
            "[{\"message\":\"x\",\"path\":[\"nowhere\",-1]}]",
            "[{\"message\":\"x\",\"path\":[1e99999999999]}]",
            "[{\"message\":\"x\",\"path\":[],\"extensions\":[]}]"
        };
        return new Done("odd errors", body(data, odd[random.nextInt(odd.length)]), true);
    }

    private Done wrongType(Map<?, ?> data, List<Spot> spots) {
        Spot spot = any(spots);
        List<Object> others = new ArrayList<>(List.of(Map.of("a", 1), List.of(List.of()), true, List.of(1, "x")));
        if (!(spot.value() instanceof String)) {
            others.add("text");
        } else {
            others.add(1.5);
        }
        return new Done(
                "wrong type", body(replaced(data, spot.path(), others.get(random.nextInt(others.size()))), null), true);
    }

    private Done missing(Map<?, ?> data, List<Spot> spots) {
        return new Done("missing", body(replaced(data, any(spots).path(), GONE), null), true);
    }

    private static final Object GONE = new Object();

    private Done lists(Map<?, ?> data, List<Spot> spots) {
        List<Spot> lists =
                spots.stream().filter(spot -> spot.value() instanceof List<?>).toList();
        if (lists.isEmpty()) {
            return truncated(data);
        }
        Spot spot = random.nextBoolean() ? lists.getFirst() : any(lists);
        List<Object> items = new ArrayList<>((List<?>) spot.value());
        if (random.nextBoolean() || items.isEmpty()) {
            items.add(items.isEmpty() || random.nextBoolean() ? null : items.getFirst());
        } else {
            items.removeLast();
        }
        return new Done("list", body(replaced(data, spot.path(), items), null), true);
    }

    private static @Nullable Object replaced(@Nullable Object value, List<Object> path, @Nullable Object by) {
        if (path.isEmpty()) {
            return by;
        }
        List<Object> below = path.subList(1, path.size());
        if (value instanceof Map<?, ?> fields) {
            Map<Object, Object> changed = new LinkedHashMap<>(fields);
            Object inner = replaced(fields.get(path.getFirst()), below, by);
            if (inner == GONE) {
                changed.remove(path.getFirst());
            } else {
                changed.put(path.getFirst(), inner);
            }
            return changed;
        }
        if (value instanceof List<?> items && path.getFirst() instanceof Integer position) {
            List<Object> changed = new ArrayList<>(items);
            Object inner = replaced(items.get(position), below, by);
            if (inner == GONE) {
                changed.remove((int) position);
            } else {
                changed.set(position, inner);
            }
            return changed;
        }
        return value;
    }

    private Json body(@Nullable Object data, @Nullable String errors) {
        String written = "\"data\":" + JsonValues.write(data);
        if (errors == null) {
            return Json.of("{" + written + "}");
        }
        return Json.of((random.nextBoolean()
                        ? "{\"errors\":" + errors + "," + written + "}"
                        : "{" + written + ",\"errors\":" + errors + "}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
