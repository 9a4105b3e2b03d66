package io.asyncflow.ai.similarity;

import static io.asyncflow.ai.catalog.Shop.BLACK_TEA;
import static io.asyncflow.ai.catalog.Shop.DESK;
import static io.asyncflow.ai.catalog.Shop.DESK_LAMP;
import static io.asyncflow.ai.catalog.Shop.FLOOR_LAMP;
import static io.asyncflow.ai.catalog.Shop.GIFT_CARD;
import static io.asyncflow.ai.catalog.Shop.GREEN_TEA;
import static io.asyncflow.ai.catalog.Shop.LINEN_CUSHION;
import static io.asyncflow.ai.catalog.Shop.LINEN_THROW;
import static io.asyncflow.ai.catalog.Shop.OFFICE_CHAIR;
import static io.asyncflow.ai.catalog.Shop.RAIN_JACKET;
import static io.asyncflow.ai.catalog.Shop.RUNNING_SHOES;
import static io.asyncflow.ai.catalog.Shop.RUNNING_SOCKS;
import static io.asyncflow.ai.catalog.Shop.SOLD_OUT_CUSHION;
import static io.asyncflow.ai.catalog.Shop.STRIPED_CUSHION;
import static io.asyncflow.ai.catalog.Shop.TEACUPS;
import static io.asyncflow.ai.catalog.Shop.TEAPOT;
import static io.asyncflow.ai.catalog.Shop.TRAIL_SHOES;
import static io.asyncflow.ai.catalog.Shop.VELVET_CUSHION;
import static io.asyncflow.ai.catalog.Shop.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.ai.catalog.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductIndexTest {

    private static final Map<ProductId, String> HANDLES =
            Shop.PRODUCTS.stream().collect(Collectors.toMap(ProductProfile::id, ProductProfile::handle));

    private final ProductIndex shop = index(Shop.PRODUCTS);

    @Test
    void findsTheNearestOfEachKind() {
        assertThat(nearest(LINEN_CUSHION)).isEqualTo(STRIPED_CUSHION.handle());
        assertThat(nearest(VELVET_CUSHION)).isIn(LINEN_CUSHION.handle(), STRIPED_CUSHION.handle());
        assertThat(nearest(GREEN_TEA)).isEqualTo(BLACK_TEA.handle());
        assertThat(nearest(TEAPOT)).isEqualTo(TEACUPS.handle());
        assertThat(nearest(RUNNING_SHOES)).isIn(TRAIL_SHOES.handle(), RUNNING_SOCKS.handle());
        assertThat(nearest(FLOOR_LAMP)).isEqualTo(DESK_LAMP.handle());
    }

    @Test
    void putsSharedMaterialAndRoomBeforeStrangers() {
        assertThat(similar(LINEN_CUSHION).subList(0, 3))
                .containsExactly(STRIPED_CUSHION.handle(), LINEN_THROW.handle(), VELVET_CUSHION.handle());
        assertThat(similar(LINEN_CUSHION)).doesNotContain(OFFICE_CHAIR.handle(), GREEN_TEA.handle());
    }

    @Test
    void findsWhatIsUsedTogether() {
        assertThat(complementary(LINEN_CUSHION).subList(0, 2))
                .containsExactly(LINEN_THROW.handle(), FLOOR_LAMP.handle());
        assertThat(complementary(GREEN_TEA).subList(0, 2)).containsExactlyInAnyOrder(TEACUPS.handle(), TEAPOT.handle());
        assertThat(complementary(DESK).subList(0, 2))
                .containsExactlyInAnyOrder(OFFICE_CHAIR.handle(), DESK_LAMP.handle());
        assertThat(complementary(RUNNING_SHOES).getFirst()).isEqualTo(RUNNING_SOCKS.handle());
        assertThat(complementary(TRAIL_SHOES).getFirst()).isEqualTo(RAIN_JACKET.handle());
    }

    @Test
    void complementsWithOtherTypesOnly() {
        for (ProductProfile product : Shop.PRODUCTS) {
            assertThat(shop.complementary(product.id(), ProductIndex.MOST))
                    .noneMatch(neighbour -> product.productType().equals(shop.typeOf(neighbour.product())));
        }
    }

    @Test
    void complementsNothingWithAProductThatHasNoUse() {
        assertThat(shop.complementary(GIFT_CARD.id(), 10)).isEmpty();
    }

    @Test
    void recommendsNothingThatIsSoldOutButAnswersForIt() {
        for (ProductProfile product : Shop.PRODUCTS) {
            assertThat(similar(product)).doesNotContain(SOLD_OUT_CUSHION.handle());
            assertThat(complementary(product)).doesNotContain(SOLD_OUT_CUSHION.handle());
        }
        assertThat(nearest(SOLD_OUT_CUSHION)).isEqualTo(LINEN_CUSHION.handle());
    }

    @Test
    void explainsByWhatBothHave() {
        assertThat(explanation(LINEN_CUSHION, LINEN_THROW))
                .isEqualTo("Both: colour beige, material linen, living room");
        assertThat(explanation(TEAPOT, TEACUPS)).startsWith("Both: material porcelain");
        assertThat(explanation(GREEN_TEA, BLACK_TEA)).isEqualTo("Both: occasion tea time, vegan, close in price");
    }

    @Test
    void explainsComplementsByTheirUse() {
        var socks = shop.complementary(RUNNING_SHOES.id(), 1).getFirst();

        assertThat(socks.explanation()).isEqualTo("Both: use running, season summer, collection sport");
    }

    @Test
    void claimsNoSharedFactWhereOnlyTheWordsAreAlike() {
        var some =
                product("a", "은하수 무드등", "Galaxy projector").type("Lights", "A").build();
        var other = product("b", "은하수 조명", "Galaxy night projector")
                .type("Toys", "B")
                .build();

        assertThat(index(List.of(some, other, GIFT_CARD)).similar(some.id(), 1))
                .singleElement()
                .satisfies(neighbour -> assertThat(neighbour.explanation()).isEqualTo("Similar descriptions"));
    }

    @Test
    void comparesKoreanCompoundsAndParticles() {
        var cover = product("cover", "쿠션커버", "").type("가", "A").build();
        var cushion = product("cushion", "쿠션을", "").type("나", "B").build();
        var kettle = product("kettle", "전기 주전자", "").type("다", "C").build();

        assertThat(index(List.of(cover, cushion, kettle)).similar(cover.id(), 5))
                .extracting(Neighbour::product)
                .containsExactly(cushion.id());
    }

    @Test
    void prefersTheNearerPrice() {
        var asked = bottle("asked", 10_000);
        var near = bottle("near", 12_000);
        var far = bottle("far", 39_000);

        assertThat(index(List.of(asked, far, near)).similar(asked.id(), 2))
                .extracting(Neighbour::product)
                .containsExactly(near.id(), far.id());
    }

    @Test
    void letsAnotherVendorInAmongAVendorsSeries() {
        var series = IntStream.range(0, 8)
                .mapToObj(i -> bottle("series-" + i, 10_000))
                .collect(Collectors.toCollection(ArrayList::new));
        var rival = product("rival", "물병", "Steel bottle")
                .type("Bottles", "Rival")
                .attributes("material=steel", "colour=green")
                .price(14_000)
                .build();
        series.add(rival);

        var shown = index(series).similar(series.getFirst().id(), 7);

        assertThat(shown.getFirst().product()).isNotEqualTo(rival.id());
        assertThat(shown).extracting(Neighbour::product).contains(rival.id());
    }

    @Test
    void shortensAListWithoutChangingItsBeginning() {
        for (ProductProfile product : Shop.PRODUCTS) {
            assertThat(shop.similar(product.id(), 10).stream().limit(3)).isEqualTo(shop.similar(product.id(), 3));
        }
    }

    @Test
    void saysNothingOfAProductThatIsNotHere() {
        assertThat(shop.contains(Shop.id("nowhere"))).isFalse();
        assertThat(shop.typeOf(Shop.id("nowhere"))).isNull();
        assertThat(shop.similar(Shop.id("nowhere"), 10)).isEmpty();
        assertThat(shop.complementary(Shop.id("nowhere"), 10)).isEmpty();
    }

    @Test
    void worksOnAnEmptyCatalogue() {
        assertThat(index(List.of()).similar(LINEN_CUSHION.id(), 10)).isEmpty();
        assertThat(index(List.of()).newest("Tea", true, 10)).isEmpty();
        assertThat(index(List.of(LINEN_CUSHION)).similar(LINEN_CUSHION.id(), 10))
                .isEmpty();
    }

    @Test
    void listsTheNewestOfATypeOrOfTheOthers() {
        assertThat(shop.newest("Cushions", true, 10))
                .containsExactlyInAnyOrder(LINEN_CUSHION.id(), STRIPED_CUSHION.id(), VELVET_CUSHION.id())
                .isSortedAccordingTo((a, b) -> b.uuid().compareTo(a.uuid()));
        assertThat(shop.newest("Cushions", false, 50)).hasSize(Shop.PRODUCTS.size() - 4);
        assertThat(shop.newest("Unheard of", true, 10)).isEmpty();
    }

    private String nearest(ProductProfile product) {
        return similar(product).getFirst();
    }

    private List<String> similar(ProductProfile product) {
        return handles(shop.similar(product.id(), ProductIndex.MOST));
    }

    private List<String> complementary(ProductProfile product) {
        return handles(shop.complementary(product.id(), ProductIndex.MOST));
    }

    private String explanation(ProductProfile product, ProductProfile other) {
        return shop.similar(product.id(), ProductIndex.MOST).stream()
                .filter(neighbour -> neighbour.product().equals(other.id()))
                .findFirst()
                .orElseThrow()
                .explanation();
    }

    private static List<String> handles(List<Neighbour> neighbours) {
        return neighbours.stream()
                .map(neighbour -> HANDLES.getOrDefault(neighbour.product(), "?"))
                .toList();
    }

    private static ProductProfile bottle(String handle, long won) {
        return product(handle, "물병", "Steel bottle")
                .type("Bottles", "Norang")
                .attributes("material=steel", "colour=blue")
                .price(won)
                .build();
    }

    static ProductIndex index(List<ProductProfile> profiles) {
        var builder = new ProductIndexBuilder(Set.of("occasion", "room", "season", "use", "style"));
        profiles.forEach(builder::add);
        return builder.build();
    }
}
