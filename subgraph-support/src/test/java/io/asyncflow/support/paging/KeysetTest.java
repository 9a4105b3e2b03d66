package io.asyncflow.support.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.support.errors.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    private record Row(String title, int rank, Instant at, UUID id) {}

    private static final Keyset<Row> BY_TITLE =
            Keyset.<Row>ordered("title").by("t.title", "text", Row::title).by("t.id", "uuid", Row::id);
    private static final Keyset<Row> BY_RANK = Keyset.<Row>ordered("rank").by("t.rank", "int", Row::rank);

    /** Sorted by title, then id; the ids' order is that of unsigned numbers, as in the database. */
    private static final List<Row> ROWS = IntStream.range(0, 10)
            .mapToObj(i -> new Row(i < 5 ? "a" : "b", i - 5, Instant.EPOCH.plusSeconds(i), id(i)))
            .toList();

    private static UUID id(int i) {
        return UUID.fromString("%x0000000-0000-4000-8000-000000000000".formatted(i + 4));
    }

    @Test
    void cutsWithARowComparison() {
        var after = PageRequest.first(
                3, BY_TITLE.slice(PageRequest.first(1, null), ROWS).pageInfo().endCursor());
        var before = PageRequest.of(null, null, 3, after.cursor());

        assertThat(BY_TITLE.where(PageRequest.first(3, null))).isEqualTo("true");
        assertThat(BY_TITLE.where(after)).isEqualTo("(t.title, t.id) > (cast(:key0 as text), cast(:key1 as uuid))");
        assertThat(BY_TITLE.orderBy(after)).isEqualTo("t.title asc, t.id asc");
        assertThat(BY_TITLE.where(before)).contains(") < (");
        assertThat(BY_TITLE.orderBy(before)).isEqualTo("t.title desc, t.id desc");
        assertThat(BY_TITLE.reversed(true).where(after)).contains(") < (");
        assertThat(BY_TITLE.reversed(true).orderBy(before)).isEqualTo("t.title asc, t.id asc");
    }

    @Test
    void tellsFromOneRowTooManyThatTheListGoesOn() {
        var page = BY_TITLE.connection(PageRequest.first(2, null), ROWS.subList(0, 3), 10L);

        assertThat(page.nodes()).isEqualTo(ROWS.subList(0, 2));
        assertThat(page.pageInfo().hasNextPage()).isTrue();
        assertThat(page.pageInfo().hasPreviousPage()).isFalse();
        assertThat(page.totalCount()).isEqualTo(10);
        assertThat(page.edges().getFirst().cursor()).isEqualTo(page.pageInfo().startCursor());
    }

    @Test
    void turnsAPageThatWasReadBackwards() {
        var page = BY_TITLE.connection(
                PageRequest.of(null, null, 2, null), ROWS.reversed().subList(0, 3), null);

        assertThat(page.nodes()).isEqualTo(ROWS.subList(8, 10));
        assertThat(page.pageInfo().hasNextPage()).isFalse();
        assertThat(page.pageInfo().hasPreviousPage()).isTrue();
    }

    @Test
    void hasNoCursorsForAnEmptyPage() {
        assertThat(BY_TITLE.connection(PageRequest.first(2, null), List.of(), 0L)
                        .pageInfo())
                .isEqualTo(new PageInfo(false, false, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 9, 10, 250})
    void slicesAListInBothDirectionsAndOrdersWithoutGapOrRepeat(int size) {
        for (Keyset<Row> order : List.of(BY_TITLE, BY_RANK, byTime())) {
            assertThat(forwards(order, ROWS, size)).isEqualTo(ROWS);
            assertThat(backwards(order, ROWS, size)).isEqualTo(ROWS);
            assertThat(forwards(order.reversed(true), ROWS.reversed(), size)).isEqualTo(ROWS.reversed());
            assertThat(backwards(order.reversed(true), ROWS.reversed(), size)).isEqualTo(ROWS.reversed());
        }
    }

    @Test
    void goesOnBehindARowThatIsGone() {
        var first = BY_RANK.slice(PageRequest.first(3, null), ROWS);
        var without = ROWS.stream().filter(row -> !row.equals(ROWS.get(2))).toList();

        var second = BY_RANK.slice(PageRequest.first(3, first.pageInfo().endCursor()), without);
        assertThat(second.nodes()).isEqualTo(ROWS.subList(3, 6));
        assertThat(second.totalCount()).isEqualTo(9);
    }

    private static Keyset<Row> byTime() {
        return Keyset.<Row>ordered("time").by("t.at", "timestamptz", Row::at);
    }

    private static List<Row> forwards(Keyset<Row> order, List<Row> all, int size) {
        var read = new ArrayList<Row>();
        @Nullable String after = null;
        boolean more = true;
        while (more) {
            var page = order.slice(PageRequest.first(size, after), all);
            read.addAll(page.nodes());
            after = page.pageInfo().endCursor();
            more = page.pageInfo().hasNextPage();
        }
        return read;
    }

    private static List<Row> backwards(Keyset<Row> order, List<Row> all, int size) {
        var read = new ArrayList<Row>();
        @Nullable String before = null;
        boolean more = true;
        while (more) {
            var page = order.slice(PageRequest.of(null, null, size, before), all);
            read.addAll(0, page.nodes());
            before = page.pageInfo().startCursor();
            more = page.pageInfo().hasPreviousPage();
        }
        return read;
    }

    @Test
    void refusesTheCursorOfAnotherListOrOrder() {
        String cursor =
                BY_TITLE.slice(PageRequest.first(1, null), ROWS).pageInfo().endCursor();

        refused(BY_RANK, cursor, "after is a cursor of another list or another order");
        refused(BY_TITLE.reversed(true), cursor, "after is a cursor of another list or another order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%%%",
                "null",
                "7",
                "[]",
                "{}",
                "[null]",
                "[[\"rank+\"]]",
                "[\"rank+\"]",
                "[\"rank+\",\"1\",\"2\"]",
                "[\"rank+\",null]",
                "[\"rank+\",\"x\"]",
                "[\"rank+\",\"99999999999\"]"
            })
    void refusesAForgedCursor(String json) {
        refused(BY_RANK, json, "after is ");
        refused(BY_RANK, encoded(json), "after is ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamptz|+294277-01-01T00:00:00Z",
                "timestamptz|-5000-01-01T00:00:00Z",
                "timestamptz|yesterday",
                "uuid|x",
                "bigint|9223372036854775808",
                "double precision|one",
                "text|a\\u0000b"
            })
    void refusesAValueThatTheDatabaseCouldNotRead(String type, String value) {
        var order = Keyset.<String>ordered("x").by("x", type, row -> row);

        refused(order, encoded("[\"x+\",\"" + value + "\"]"), "after is not a cursor that this list has given out");
    }

    @Test
    void namesTheArgumentOfABackwardCursor() {
        assertThatThrownBy(() -> BY_RANK.slice(PageRequest.of(null, null, 1, "?"), ROWS))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("before is ");
    }

    @Test
    void refusesAColumnTypeThatNoCursorCanHold() {
        assertThatThrownBy(() -> Keyset.<Row>ordered("x").by("x", "bytea", Row::title))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A cursor cannot hold a bytea");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> void refused(Keyset<T> order, @Nullable String cursor, String message) {
        assertThatThrownBy(() -> order.slice(PageRequest.first(1, cursor), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(message);
    }
}
